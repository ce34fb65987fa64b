using System.Globalization;
using Storefront.Benchmarks.Engine;

namespace Storefront.Benchmarks.Reports;

/// <summary>The engine alone.</summary>
internal static class EngineTable
{
    public static string Format(IEnumerable<EngineFigures> figures) => string.Join('\n',
    [
        "| Engine alone, one thread | operations/s | allocated/operation | answer |",
        "|---|--:|--:|--:|",
        .. figures.Select(figure => string.Create(
            CultureInfo.InvariantCulture,
            $"| {figure.Name} | {figure.OperationsPerSecond:0} | {figure.AllocatedBytes:0} B | {figure.AnswerBytes} B |")),
        "",
    ]);
}
