using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Storefront.Benchmarks.Reports;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static async Task<string> DescribeAsync(BenchmarkOptions options) => Describe(await CommitAsync(), options);

    private static string Describe(string commit, BenchmarkOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        Measured on {Environment.ProcessorCount} cores ({Model()}), {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024):0} GiB,
        {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, at commit {commit}; client and server share the cores,
        {options.Connections} connections, medians of rounds in turns.

        """);

    private static string Model() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown"
        : RuntimeInformation.ProcessArchitecture.ToString();

    private static async Task<string> CommitAsync()
    {
        var commit = await GitAsync("rev-parse", "--short", "HEAD");
        return commit.Length == 0 ? "unknown" : (await GitAsync("status", "--porcelain")).Length == 0 ? commit : $"{commit} with changes";
    }

    private static async Task<string> GitAsync(params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = await git.StandardOutput.ReadToEndAsync();
            await git.WaitForExitAsync();
            return output.Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "";
        }
    }
}
