using System.Globalization;
using System.Text;
using Storefront.Benchmarks.Live;

namespace Storefront.Benchmarks.Reports;

/// <summary>Crowds of subscribers, and readers that stopped reading.</summary>
internal static class LiveTable
{
    public static async Task<string> FormatAsync(
        IReadOnlyList<(string Name, LiveFigures Figures)> crowds, IReadOnlyList<(string Name, SlowReaderFigures Figures)> slow)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Load average {await LoadAsync()}; the server's own figures, per subscriber after a collection.");
        text.AppendLine();
        text.AppendLine("| idle subscribers | how many | managed each | process each | cores while idle | event to all, median | slowest | left when gone |");
        text.AppendLine("|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var (name, crowd) in crowds)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {name} | {crowd.Subscribers} | {crowd.Managed / 1024:0.0} KiB | {crowd.Resident / 1024:0.0} KiB | {crowd.IdleCpu:0.000} | {crowd.Median.TotalMilliseconds:0} ms | {crowd.Slowest.TotalMilliseconds:0} ms | {crowd.Left / 1024:0.0} KiB |");
        }

        text.AppendLine();
        text.AppendLine("| readers that stopped | how many | owed to each | managed each, at most | process each, at its peak | cut off | event to the others, median | without them |");
        text.AppendLine("|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var (name, readers) in slow)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {name} | {readers.Stalled} | {readers.Owed / 1024} KiB | {readers.Managed / 1024:0} KiB | {readers.Peak / 1024:0} KiB | {readers.Left} | {readers.Median.TotalMilliseconds:0.0} ms | {readers.Without.TotalMilliseconds:0.0} ms |");
        }

        return text.ToString();
    }

    private static async Task<string> LoadAsync() =>
        File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : "unknown";
}
