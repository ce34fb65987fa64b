using Storefront.Benchmarks.Ledger;

namespace Storefront.Benchmarks.Reports;

/// <summary>What grows with a house.</summary>
internal static class LedgerTable
{
    public static string Format(IEnumerable<LedgerFigure> figures) => string.Join('\n',
    [
        "| What grows with a house, medians in turns | small | large | ratio | aim |",
        "|---|--:|--:|--:|--:|",
        .. figures.Select(figure => $"| {figure.Name} | {figure.Small} | {figure.Large} | {figure.Ratio} | {figure.Aim} |"),
        "",
    ]);
}
