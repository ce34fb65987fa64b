using Microsoft.Data.Sqlite;

namespace Storefront.Stripe.Sandbox.Storage;

/// <summary>
/// The local Stripe's own database file. Objects are kept as the JSON that the API shows, with properties that begin
/// with an underscore for what it does not show; the columns beside it are only there to find them.
/// </summary>
internal sealed class StripeStore : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        CREATE TABLE IF NOT EXISTS objects (
          seq INTEGER PRIMARY KEY AUTOINCREMENT,
          id TEXT NOT NULL UNIQUE,
          kind TEXT NOT NULL,
          due_at INTEGER NULL,
          clock TEXT NULL,
          json TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS objects_kind ON objects (kind, seq);
        CREATE INDEX IF NOT EXISTS objects_customer ON objects (json_extract(json, '$.customer'), kind);
        CREATE INDEX IF NOT EXISTS objects_due ON objects (due_at) WHERE due_at IS NOT NULL;
        CREATE TABLE IF NOT EXISTS idempotency (
          key TEXT PRIMARY KEY,
          fingerprint TEXT NOT NULL,
          status INTEGER NOT NULL,
          body TEXT NOT NULL,
          at INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS deliveries (
          seq INTEGER PRIMARY KEY AUTOINCREMENT,
          event TEXT NOT NULL UNIQUE,
          attempts INTEGER NOT NULL DEFAULT 0,
          next_attempt_at INTEGER NULL,
          delivered_at INTEGER NULL);
        CREATE INDEX IF NOT EXISTS deliveries_waiting ON deliveries (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
        CREATE TABLE IF NOT EXISTS delivery_log (
          seq INTEGER PRIMARY KEY AUTOINCREMENT,
          event TEXT NOT NULL,
          type TEXT NOT NULL,
          at INTEGER NOT NULL,
          status INTEGER NULL,
          error TEXT NULL);
        CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
        """;

    private readonly string _connectionString;
    private readonly SemaphoreSlim _writer = new(1, 1);

    public StripeStore(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString();
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = Schema;
        command.ExecuteNonQuery();
    }

    /// <summary>Opens a transaction that may write; there is one at a time, and what is not committed is lost.</summary>
    public async Task<StripeTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            var connection = Open();
            return new StripeTransaction(connection, connection.BeginTransaction(deferred: false), _writer);
        }
        catch
        {
            _writer.Release();
            throw;
        }
    }

    /// <summary>Opens a transaction that only reads, beside a writer.</summary>
    public StripeTransaction BeginReading()
    {
        var connection = Open();
        return new StripeTransaction(connection, connection.BeginTransaction(deferred: true), writer: null);
    }

    public void Dispose()
    {
        using (var connection = new SqliteConnection(_connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _writer.Dispose();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        return connection;
    }
}
