using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Storefront.Hosting;

namespace Storefront.Tests.Support;

/// <summary>A database of one test, already migrated: a copy of one that was migrated once for all tests.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MigrateSqliteAsync);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MigratePostgresAsync);

    private TestDatabase(string directory, string? postgres)
    {
        Directory = directory;
        Postgres = postgres;
    }

    /// <summary>The data directory.</summary>
    public string Directory { get; }

    /// <summary>The connection string; null for SQLite.</summary>
    public string? Postgres { get; }

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var directory = TestFiles.CreateDirectory("test");
        if (kind == DatabaseKind.Postgres)
        {
            return new TestDatabase(directory, await PostgresCluster.CreateDatabaseAsync(await PostgresTemplate.Value));
        }

        File.Copy(await SqliteTemplate.Value, Path.Combine(directory, "storefront.db"));
        return new TestDatabase(directory, postgres: null);
    }

    /// <summary>The settings of a sandbox on it.</summary>
    public StorefrontSettings Settings => new()
    {
        House = "flunt",
        DataDirectory = Directory,
        PostgresConnectionString = Postgres,
        IsSandbox = true,
    };

    public ValueTask DisposeAsync()
    {
        if (Postgres is null)
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(Directory, "storefront.db")}");
            SqliteConnection.ClearPool(connection);
        }

        System.IO.Directory.Delete(Directory, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static async Task<string> MigrateSqliteAsync()
    {
        var directory = TestFiles.CreateDirectory("template");
        await PrepareAsync(new TestDatabase(directory, postgres: null));
        var file = Path.Combine(directory, "storefront.db");
        await using (var connection = new SqliteConnection($"Data Source={file}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        SqliteConnection.ClearAllPools();
        return file;
    }

    private static async Task<string> MigratePostgresAsync()
    {
        var connectionString = await PostgresCluster.CreateDatabaseAsync();
        var directory = TestFiles.CreateDirectory("template");
        await PrepareAsync(new TestDatabase(directory, connectionString));
        System.IO.Directory.Delete(directory);
        NpgsqlConnection.ClearAllPools();
        return new NpgsqlConnectionStringBuilder(connectionString).Database!;
    }

    private static async Task PrepareAsync(TestDatabase database)
    {
        await using var services = TestStore.Services(database, new ManualTime(TestStore.Start)).BuildServiceProvider();
        await services.GetRequiredService<Storefront.Store.StorePreparation>().RunAsync(CancellationToken.None);
    }
}
