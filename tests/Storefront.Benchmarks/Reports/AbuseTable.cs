using System.Globalization;
using Storefront.Benchmarks.Abuse;

namespace Storefront.Benchmarks.Reports;

/// <summary>What hostile requests take.</summary>
internal static class AbuseTable
{
    public static string Format(IEnumerable<AbuseFigures> figures) => string.Join('\n',
    [
        "| Hostile request | answer | processor | until the answer | allocated |",
        "|---|---|--:|--:|--:|",
        .. figures.Select(figure => string.Create(
            CultureInfo.InvariantCulture,
            $"| {figure.Name} | {figure.Verdict} | {figure.Cpu.TotalMilliseconds:0.0} ms | {figure.Time.TotalMilliseconds:0.0} ms | {figure.AllocatedBytes / 1024} KiB |")),
        "",
    ]);
}
