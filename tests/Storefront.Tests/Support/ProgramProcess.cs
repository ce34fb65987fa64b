using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Storefront.Tests.Support;

/// <summary>The program in a process of its own, as it is started by hand, without the demonstration.</summary>
public sealed partial class ProgramProcess : IAsyncDisposable
{
    private readonly Process process;

    private ProgramProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <param name="data">Its data directory.</param>
    /// <param name="environment">Variables beside those of the tests.</param>
    public static async Task<ProgramProcess> StartAsync(string data, params (string Name, string Value)[] environment)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Storefront.dll"), "--environment", "Development", "--urls", "http://127.0.0.1:0", "--data", data];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, Environment = { ["Demo"] = "false" } };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Opening().Match(line) is { Success: true } found)
            {
                // Whoever does not read what is said stops who says it.
                _ = process.StandardOutput.ReadToEndAsync();
                return new ProgramProcess(process, new Uri(found.Groups[1].Value));
            }
        }

        throw new InvalidOperationException("The program ended before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex(" is open at (http://\\S+)")]
    private static partial Regex Opening();
}
