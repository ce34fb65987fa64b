using System.Globalization;
using System.Text;

namespace Storefront.Stripe.Sandbox.Storage;

/// <summary>Conditions on stored objects. Paths are written in code, never taken from a request.</summary>
internal sealed class ObjectQuery(string kind)
{
    private readonly List<string> _conditions = [];
    private readonly List<(string Name, object? Value)> _values = [("$kind", kind)];

    public bool OldestFirst { get; init; }

    public int? Limit { get; init; }

    public IReadOnlyList<(string Name, object? Value)> Values => _values;

    /// <summary>Adds a condition on the property at <paramref name="path"/>; a null value adds none.</summary>
    public ObjectQuery Where(string path, object? value, string comparison = "=")
    {
        if (value is not null)
        {
            _conditions.Add($"json_extract(json, '$.{path}') {comparison} {Value(value is bool flag ? (flag ? 1 : 0) : value)}");
        }

        return this;
    }

    public ObjectQuery WhereNull(string path)
    {
        _conditions.Add($"json_extract(json, '$.{path}') IS NULL");
        return this;
    }

    public ObjectQuery WhereAny(string path, IReadOnlyList<string>? values)
    {
        if (values is { Count: > 0 })
        {
            _conditions.Add($"json_extract(json, '$.{path}') IN ({string.Join(", ", values.Select(Value))})");
        }

        return this;
    }

    public ObjectQuery Before(long? position)
    {
        if (position is { } seq)
        {
            _conditions.Add($"seq < {Value(seq)}");
        }

        return this;
    }

    public ObjectQuery After(long? position)
    {
        if (position is { } seq)
        {
            _conditions.Add($"seq > {Value(seq)}");
        }

        return this;
    }

    public string ToSql()
    {
        var sql = new StringBuilder("SELECT id, json FROM objects WHERE kind = $kind");
        foreach (var condition in _conditions)
        {
            sql.Append(" AND ").Append(condition);
        }

        sql.Append(" ORDER BY seq ").Append(OldestFirst ? "ASC" : "DESC");
        if (Limit is { } limit)
        {
            sql.Append(CultureInfo.InvariantCulture, $" LIMIT {limit}");
        }

        return sql.ToString();
    }

    private string Value(object value)
    {
        var name = "$v" + _values.Count.ToString(CultureInfo.InvariantCulture);
        _values.Add((name, value));
        return name;
    }
}
