using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Storefront.Tests.Support;

/// <summary>
/// Debian's PostgreSQL in a temporary cluster on a Unix socket, started for the first test that wants it and thrown away with the process.
/// </summary>
public static class PostgresCluster
{
    private const string Owner = "storefront";

    private static readonly string? Programs = FindPrograms();
    private static readonly Lazy<Task<string>> Started = new(StartAsync);
    private static int databases;

    /// <summary>Null when it can run, or has to, because this is CI.</summary>
    public static string? ReasonToSkip { get; } =
        Programs is not null || Environment.GetEnvironmentVariable("CI") == "true" ? null : "PostgreSQL is not installed (apt-get install postgresql).";

    /// <summary>The connection string of a new database.</summary>
    /// <param name="template">The database it is a copy of; null for an empty one.</param>
    public static async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var socket = await Started.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref databases)}");
        await ExecuteAsync(socket, $"CREATE DATABASE {name}{(template is null ? "" : $" TEMPLATE {template}")}");
        return ConnectionString(socket, name);
    }

    private static string ConnectionString(string socket, string database) =>
        $"Host={socket};Username={Owner};Database={database};Maximum Pool Size=20;Include Error Detail=true";

    private static async Task ExecuteAsync(string socket, string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString(socket, "postgres"));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> StartAsync()
    {
        var programs = Programs ?? throw new InvalidOperationException("PostgreSQL is not installed, and CI has to have it.");
        var directory = TestFiles.CreateDirectory("postgres");
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", ["postgres", directory]);
        }

        var data = Path.Combine(directory, "data");
        await RunUnprivilegedAsync(Path.Combine(programs, "initdb"), ["-D", data, "-U", Owner, "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"]);
        await RunUnprivilegedAsync(
            Path.Combine(programs, "pg_ctl"),
            [
                "-D", data, "-w", "-l", Path.Combine(directory, "log"), "-o",
                $"-c listen_addresses='' -c unix_socket_directories='{directory}' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300",
                "start",
            ]);
        return directory;
    }

    private static string? FindPrograms() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    private static Task RunUnprivilegedAsync(string program, string[] arguments) => RunAsync(Unprivileged(program, arguments));

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static ProcessStartInfo Unprivileged(string program, string[] arguments) => Environment.UserName == "root"
        ? new ProcessStartInfo("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments]) { WorkingDirectory = "/" }
        : new ProcessStartInfo(program, arguments) { WorkingDirectory = "/" };

    private static Task RunAsync(string program, string[] arguments) => RunAsync(new ProcessStartInfo(program, arguments));

    private static async Task RunAsync(ProcessStartInfo start)
    {
        // The server inherits what pg_ctl has: its output goes to a file, or nobody would ever see the end of it.
        var log = Path.GetTempFileName();
        var shell = new ProcessStartInfo("/bin/sh", ["-c", "\"$@\" >\"$0\" 2>&1", log, start.FileName, .. start.ArgumentList]) { WorkingDirectory = start.WorkingDirectory };
        using var process = Process.Start(shell)!;
        await process.WaitForExitAsync();
        var said = await File.ReadAllTextAsync(log);
        File.Delete(log);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} failed: {said}");
        }
    }
}
