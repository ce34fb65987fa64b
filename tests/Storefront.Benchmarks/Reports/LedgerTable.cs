using Storefront.Benchmarks.Ledger;

namespace Storefront.Benchmarks.Reports;

/// <summary>What grows with a house.</summary>
internal static class LedgerTable
{
    public const string Head = """
        | What grows with a house, medians in turns | small | large | ratio | aim |
        |---|--:|--:|--:|--:|
        """;

    public static string Row(LedgerFigure figure) => $"| {figure.Name} | {figure.Small} | {figure.Large} | {figure.Ratio} | {figure.Aim} |";
}
