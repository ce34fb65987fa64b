namespace Storefront.Benchmarks.Live;

/// <summary>What readers cost that stopped reading, and whom they held up.</summary>
/// <param name="Stalled">How many stopped.</param>
/// <param name="Sent">Bytes of events that each of them was owed.</param>
/// <param name="Resident">Growth of the server's process, bytes for each of them.</param>
/// <param name="Others">How many went on reading.</param>
/// <param name="Median">From an event until the last of the others had it, with them; the median.</param>
/// <param name="Without">The same before they had come.</param>
internal sealed record SlowReaderFigures(int Stalled, long Sent, double Resident, int Others, TimeSpan Median, TimeSpan Without);
