namespace Storefront.Benchmarks.Search;

/// <summary>A row of the table.</summary>
/// <param name="Name">What was looked for, and by whom; or what was done.</param>
/// <param name="Found">How many tickets were found, among the places looked at.</param>
/// <param name="Median">Milliseconds, or seconds of what is done once.</param>
/// <param name="Slow">The 99th percentile; empty for what is done once.</param>
internal sealed record SearchFigure(string Name, string Found, string Median, string Slow);
