namespace Storefront.Benchmarks.Pages;

/// <summary>How long after a member of staff sent a form the customer's page showed it.</summary>
/// <param name="Pages">That were open, each following its own ticket.</param>
/// <param name="Changes">That were made, one after the other.</param>
/// <param name="Answered">Until the desk's form was answered, the median.</param>
/// <param name="P50">Until the customer's page had fetched what shows it, the median.</param>
/// <param name="P99">The same, for 99 of 100.</param>
/// <param name="Slowest">The slowest of all.</param>
internal sealed record PageFigures(int Pages, int Changes, TimeSpan Answered, TimeSpan P50, TimeSpan P99, TimeSpan Slowest);
