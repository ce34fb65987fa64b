using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace Storefront.Stripe.Sandbox.Storage;

/// <summary>
/// One open transaction on the store. An object that was read is the same instance for the rest of the transaction;
/// changing it has no effect on the file until it is saved.
/// </summary>
internal sealed class StripeTransaction(SqliteConnection connection, SqliteTransaction transaction, SemaphoreSlim? writer)
    : IDisposable
{
    private readonly Dictionary<string, JsonObject> _known = new(StringComparer.Ordinal);
    private bool _disposed;

    public void Commit() => transaction.Commit();

    public JsonObject? Find(string id)
    {
        if (_known.TryGetValue(id, out var known))
        {
            return known;
        }

        using var reader = Command("SELECT json FROM objects WHERE id = $id", ("$id", id)).ExecuteReader();
        return reader.Read() ? Known(id, reader.GetString(0)) : null;
    }

    /// <summary>Finds an object of one kind; an id of another kind is not found.</summary>
    public JsonObject? Find(string kind, string id) =>
        Find(id) is { } found && found.TextOrNull("object") == kind ? found : null;

    public void Add(JsonObject json)
    {
        var id = json.Text("id");
        _known[id] = json;
        Command(
            "INSERT INTO objects (id, kind, due_at, clock, json) VALUES ($id, $kind, $due, $clock, $json)",
            ("$id", id), ("$kind", json.Text("object")), ("$due", DueInstant.Of(json)),
            ("$clock", json.TextOrNull("test_clock")), ("$json", json.ToJsonString())).ExecuteNonQuery();
    }

    public void Save(JsonObject json) => Command(
        "UPDATE objects SET due_at = $due, json = $json WHERE id = $id",
        ("$id", json.Text("id")), ("$due", DueInstant.Of(json)), ("$json", json.ToJsonString())).ExecuteNonQuery();

    public void Remove(string id)
    {
        _known.Remove(id);
        Command("DELETE FROM objects WHERE id = $id", ("$id", id)).ExecuteNonQuery();
    }

    /// <summary>Objects of a kind that meet every condition, newest first unless the query says otherwise.</summary>
    public IReadOnlyList<JsonObject> List(ObjectQuery query)
    {
        using var command = Command(query.ToSql(), [.. query.Values]);
        using var reader = command.ExecuteReader();
        var found = new List<JsonObject>();
        while (reader.Read())
        {
            found.Add(Known(reader.GetString(0), reader.GetString(1)));
        }

        return found;
    }

    public JsonObject? First(ObjectQuery query) => List(query) is [var first, ..] ? first : null;

    public long? PositionOf(string id) => Scalar("SELECT seq FROM objects WHERE id = $id", ("$id", id)) as long?;

    /// <summary>The first object that falls due: of those on a test clock, or of all the others.</summary>
    public (string Id, long At)? NextDue(string? clock = null)
    {
        using var reader = Command(
            "SELECT id, due_at FROM objects WHERE due_at IS NOT NULL AND clock IS $clock ORDER BY due_at, seq LIMIT 1",
            ("$clock", clock)).ExecuteReader();
        return reader.Read() ? (reader.GetString(0), reader.GetInt64(1)) : null;
    }

    public int Execute(string sql, params (string Name, object? Value)[] values) => Command(sql, values).ExecuteNonQuery();

    public object? Scalar(string sql, params (string Name, object? Value)[] values) => Command(sql, values).ExecuteScalar();

    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] values)
    {
        using var reader = Command(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        transaction.Dispose();
        connection.Dispose();
        writer?.Release();
    }

    private JsonObject Known(string id, string json)
    {
        if (!_known.TryGetValue(id, out var known))
        {
            known = (JsonObject)JsonNode.Parse(json)!;
            _known[id] = known;
        }

        return known;
    }

    private SqliteCommand Command(string sql, params (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
