using System.Globalization;
using Storefront.Benchmarks.Queue;

namespace Storefront.Benchmarks.Reports;

/// <summary>What a long queue costs.</summary>
internal static class QueueTable
{
    public static string Head(int few, int many) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        | The house's queue, medians | {few} tickets | {many} tickets | allocated |
        |---|--:|--:|--:|
        """);

    public static string Row(QueueFigure figure) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {figure.Name} | {figure.Small.TotalMilliseconds:0.0} ms | {figure.Large.TotalMilliseconds:0.0} ms | {figure.Allocated / 1024.0:0} KB |");
}
