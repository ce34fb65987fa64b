using System.Globalization;
using Storefront.Benchmarks.Http;

namespace Storefront.Benchmarks.Reports;

/// <summary>The sides of a comparison, each as a share of the hand-written one.</summary>
internal static class HttpTable
{
    public static string Format(Comparison comparison, IReadOnlyList<Measurement> measured)
    {
        var handWritten = measured[1];
        return string.Join('\n',
        [
            $"| {comparison.Name} | requests/s | of hand-written | p50 | p99 | allocated/request | server CPU/request |",
            "|---|--:|--:|--:|--:|--:|--:|",
            .. comparison.Sides.Zip(measured, (side, figures) => Row(side.Name, figures, figures.RequestsPerSecond / handWritten.RequestsPerSecond)),
            "",
        ]);
    }

    private static string Row(string name, Measurement side, double share) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {side.RequestsPerSecond:0} | {share:0.00} | {side.P50.TotalMilliseconds:0.00} ms | {side.P99.TotalMilliseconds:0.00} ms | {Allocated(side)} | {side.CpuMicroseconds:0} µs |");

    private static string Allocated(Measurement side) =>
        side.AllocatedBytes is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024:0.0} KiB") : "not counted";
}
