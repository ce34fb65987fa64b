using System.Diagnostics;
using Storefront.GraphQL.Tests.Conformance;

namespace Storefront.GraphQL.Tests.Support;

/// <summary>The published audits, node scripts beside the conformance cases, in a copy whose packages are installed once a test run.</summary>
public static class Audit
{
    private static readonly Lazy<Task<string>> Folder = new(InstallAsync);

    /// <summary>Why the audits cannot run here; null when they can.</summary>
    public static string? WhyNot { get; } =
        ConformanceFile.FilePath is not { } cases || !File.Exists(Path.Combine(Path.GetDirectoryName(cases)!, "http-audit.mjs")) ? "shared/conformance is not there beside the repository."
        : !IsInstalled("node") || !IsInstalled("npm") ? "node and npm are not installed."
        : null;

    /// <summary>Runs a script and gives what it printed; its last line is <c>N passed, N failed</c>.</summary>
    public static async Task<string> RunAsync(string script, params string[] arguments) =>
        await ExecuteAsync("node", await Folder.Value, [script, .. arguments]);

    private static async Task<string> InstallAsync()
    {
        var source = Path.GetDirectoryName(ConformanceFile.FilePath)!;
        var target = Path.Combine(AppContext.BaseDirectory, "audits");
        Directory.CreateDirectory(Path.Combine(target, "lib"));
        foreach (var file in Directory.EnumerateFiles(source, "*.mjs").Concat(Directory.EnumerateFiles(source, "package*.json")).Concat(Directory.EnumerateFiles(Path.Combine(source, "lib"))))
        {
            File.Copy(file, Path.Combine(target, Path.GetRelativePath(source, file)), overwrite: true);
        }

        await ExecuteAsync("npm", target, ["ci", "--no-audit", "--no-fund", "--prefer-offline"]);
        return target;
    }

    private static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));

    private static async Task<string> ExecuteAsync(string program, string folder, string[] arguments)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return await output + await errors;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
