using System.Globalization;
using Storefront.Benchmarks.Pages;

namespace Storefront.Benchmarks.Reports;

/// <summary>From staff's click to the customer's page.</summary>
internal static class PageTable
{
    public static string Format(PageFigures figures) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        | From staff's click, {figures.Changes} changes one after the other, {figures.Pages} pages open | median | 99 of 100 | slowest |
        |---|--:|--:|--:|
        | to the desk's answer | {figures.Answered.TotalMilliseconds:0} ms | | |
        | to the customer's changed page | {figures.P50.TotalMilliseconds:0} ms | {figures.P99.TotalMilliseconds:0} ms | {figures.Slowest.TotalMilliseconds:0} ms |

        """);
}
