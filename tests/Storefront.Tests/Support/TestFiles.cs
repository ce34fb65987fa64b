using System.Diagnostics;
using System.Globalization;

namespace Storefront.Tests.Support;

/// <summary>
/// The temporary files of this test run. A shell waits for the run to end and then stops and removes what is left of it: test runners do not
/// let a process tidy up after itself.
/// </summary>
public static class TestFiles
{
    private static readonly Lazy<string> Root = new(CreateRoot);
    private static int directories;

    /// <summary>A new directory that every user may enter.</summary>
    public static string CreateDirectory(string name)
    {
        var path = Path.Combine(Root.Value, string.Create(CultureInfo.InvariantCulture, $"{name}-{Interlocked.Increment(ref directories)}"));
        Directory.CreateDirectory(path);
        return path;
    }

    private static string CreateRoot()
    {
        var root = Directory.CreateTempSubdirectory("storefront-tests-").FullName;
        if (OperatingSystem.IsWindows())
        {
            return root;
        }

        File.SetUnixFileMode(root, (UnixFileMode)0b111_001_001);
        const string watch = """
            while kill -0 "$0" 2>/dev/null; do sleep 1; done
            for pid in "$1"/postgres-*/data/postmaster.pid; do [ -f "$pid" ] && kill -QUIT "$(head -n 1 "$pid")"; done
            sleep 1
            rm -rf "$1"
            """;
        var start = new ProcessStartInfo("setsid", ["/bin/sh", "-c", watch, Environment.ProcessId.ToString(CultureInfo.InvariantCulture), root])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process.Start(start)?.Dispose();
        return root;
    }
}
