using System.Globalization;
using Storefront.Benchmarks.Http;

namespace Storefront.Benchmarks.Reports;

/// <summary>Two sides and their ratio.</summary>
internal static class HttpTable
{
    public static string Format(Comparison comparison, (Measurement GraphQL, Measurement HandWritten) sides)
    {
        var (graphQL, handWritten) = sides;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            | {comparison.Name} | requests/s | p50 | p99 | allocated/request | server CPU/request |
            |---|--:|--:|--:|--:|--:|
            {Row("GraphQL", graphQL)}
            {Row("hand-written route", handWritten)}
            | ratio | {graphQL.RequestsPerSecond / handWritten.RequestsPerSecond:0.00} | {graphQL.P50 / handWritten.P50:0.00} | {graphQL.P99 / handWritten.P99:0.00} | {graphQL.AllocatedBytes / handWritten.AllocatedBytes:0.00} | {graphQL.Cpu / handWritten.Cpu:0.00} |

            """);
    }

    private static string Row(string name, Measurement side) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {side.RequestsPerSecond:0} | {side.P50.TotalMilliseconds:0.00} ms | {side.P99.TotalMilliseconds:0.00} ms | {side.AllocatedBytes / 1024:0.0} KiB | {side.Cpu.TotalMicroseconds:0} µs |");
}
