using System.Globalization;

namespace Storefront.Tests.Support;

/// <summary>The PostgreSQL of all tests: started for the first that wants it and thrown away with the process.</summary>
public static class PostgresCluster
{
    private static readonly string? Programs = FindPrograms();
    private static readonly Lazy<Task<PostgresServer>> Started = new(StartAsync);
    private static int databases;

    /// <summary>Null when it can run, or has to, because this is CI.</summary>
    public static string? ReasonToSkip { get; } =
        Programs is not null || Environment.GetEnvironmentVariable("CI") == "true" ? null : "PostgreSQL is not installed (apt-get install postgresql).";

    /// <summary>The connection string of a new database.</summary>
    /// <param name="template">The database it is a copy of; null for an empty one.</param>
    public static async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var server = await Started.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref databases)}");
        await server.ExecuteAsync($"CREATE DATABASE {name}{(template is null ? "" : $" TEMPLATE {template}")}");
        return server.ConnectionString(name);
    }

    /// <summary>A server of one test's own, which it may stop.</summary>
    public static Task<PostgresServer> StartAsync() =>
        PostgresServer.CreateAsync(Programs ?? throw new InvalidOperationException("PostgreSQL is not installed, and CI has to have it."));

    private static string? FindPrograms() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;
}
