namespace Storefront.Benchmarks.Start;

/// <summary>How the program starts and what it holds.</summary>
/// <param name="First">From the command to the first answer where the database is made first.</param>
/// <param name="Later">The same with a database that is there; the median.</param>
/// <param name="ResidentAfterStart">Bytes in memory after the first answer.</param>
/// <param name="ResidentAfterLoad">Bytes in memory after some seconds of load.</param>
internal sealed record StartFigures(TimeSpan First, TimeSpan Later, long ResidentAfterStart, long ResidentAfterLoad);
