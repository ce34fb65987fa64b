using System.Diagnostics;
using Npgsql;

namespace Storefront.Tests.Support;

/// <summary>Debian's PostgreSQL in a temporary cluster on a Unix socket.</summary>
public sealed class PostgresServer
{
    private const string Owner = "storefront";

    private readonly string programs;
    private readonly string directory;

    private PostgresServer(string programs, string directory) => (this.programs, this.directory) = (programs, directory);

    private string Data => Path.Combine(directory, "data");

    /// <param name="programs">Where PostgreSQL's programs are.</param>
    public static async Task<PostgresServer> CreateAsync(string programs)
    {
        var directory = TestFiles.CreateDirectory("postgres");
        if (Environment.UserName == "root")
        {
            await RunAsync(new ProcessStartInfo("chown", ["postgres", directory]));
        }

        var server = new PostgresServer(programs, directory);
        await server.RunUnprivilegedAsync("initdb", ["-D", server.Data, "-U", Owner, "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"]);
        await server.StartAsync();
        return server;
    }

    public string ConnectionString(string database) =>
        $"Host={directory};Username={Owner};Database={database};Maximum Pool Size=20;Include Error Detail=true";

    public Task StartAsync() => RunUnprivilegedAsync(
        "pg_ctl",
        [
            "-D", Data, "-w", "-l", Path.Combine(directory, "log"), "-o",
            $"-c listen_addresses='' -c unix_socket_directories='{directory}' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300",
            "start",
        ]);

    /// <summary>As when the machine fails: connections are cut, nothing is finished.</summary>
    public Task KillAsync() => RunUnprivilegedAsync("pg_ctl", ["-D", Data, "-w", "-m", "immediate", "stop"]);

    public async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private Task RunUnprivilegedAsync(string program, string[] arguments)
    {
        var path = Path.Combine(programs, program);
        return RunAsync(Environment.UserName == "root"
            ? new ProcessStartInfo("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments]) { WorkingDirectory = "/" }
            : new ProcessStartInfo(path, arguments) { WorkingDirectory = "/" });
    }

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
