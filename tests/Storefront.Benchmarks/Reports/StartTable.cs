using System.Globalization;
using Storefront.Benchmarks.Start;

namespace Storefront.Benchmarks.Reports;

/// <summary>Start and memory.</summary>
internal static class StartTable
{
    public static string Format(StartFigures figures) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        | The built program, without the demo | |
        |---|--:|
        | first start, making its database, to the first answer | {figures.First.TotalSeconds:0.00} s |
        | later starts | {figures.Later.TotalSeconds:0.00} s |
        | resident after the start | {figures.ResidentAfterStart / (1024 * 1024)} MiB |
        | resident after load | {figures.ResidentAfterLoad / (1024 * 1024)} MiB |

        """);
}
