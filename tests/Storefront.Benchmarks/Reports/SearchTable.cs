using Storefront.Benchmarks.Search;

namespace Storefront.Benchmarks.Reports;

/// <summary>Search over a house's messages.</summary>
internal static class SearchTable
{
    public const string Head = """
        | Search, with the first page of results and its excerpts | tickets | median | p99 |
        |---|--:|--:|--:|
        """;

    public static string Row(SearchFigure figure) => $"| {figure.Name} | {figure.Found} | {figure.Median} | {figure.Slow} |";
}
