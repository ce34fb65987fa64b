using System.Linq.Expressions;
using Storefront.GraphQL.Types.Pagination;
using Storefront.GraphQL.Types.Relay;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>
/// Pages by the values of the last item's keys, so that a page stays right while items are added before it. The keys together must be unique.
/// Where nulls stand is said here and not left to a database, since databases differ.
/// </summary>
internal static class Keyset
{
    private const string Absent = "0";
    private const string Present = "1";

    /// <summary>The keys by which a query is ordered already.</summary>
    public static IReadOnlyList<KeysetKey> OrderOf<T>(IQueryable<T> query)
    {
        var keys = new List<KeysetKey>();
        for (var at = query.Expression; at is MethodCallExpression { Arguments: [var source, ..] } call && typeof(IQueryable<T>).IsAssignableFrom(source.Type); at = source)
        {
            if (call.Method.DeclaringType != typeof(Queryable) || call.Arguments is not [_, UnaryExpression { Operand: LambdaExpression selector }])
            {
                continue;
            }

            var name = call.Method.Name;
            if (name is nameof(Queryable.ThenBy) or nameof(Queryable.ThenByDescending))
            {
                keys.Insert(0, new KeysetKey(selector, name == nameof(Queryable.ThenByDescending)));
            }
            else if (name is nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending))
            {
                keys.Insert(0, new KeysetKey(selector, name == nameof(Queryable.OrderByDescending)));
                break;
            }
        }

        return keys;
    }

    /// <summary>Keys, then those of others that are not among them.</summary>
    public static IReadOnlyList<KeysetKey> Complete(IReadOnlyList<KeysetKey> keys, IReadOnlyList<KeysetKey> others) =>
        [.. keys.Concat(others).DistinctBy(key => key.Path)];

    public static IQueryable<T> Order<T>(IQueryable<T> query, IReadOnlyList<KeysetKey> keys, bool isReversed = false)
    {
        var expression = query.Expression;
        var isFirst = true;
        foreach (var key in keys)
        {
            var isDescending = key.IsDescending != isReversed;
            foreach (var selector in (LambdaExpression[])(key.IsNullable ? [key.IsAbsent, key.Selector] : [key.Selector]))
            {
                expression = QueryOrdering.By(typeof(T), expression, selector, isFirst, isDescending);
                isFirst = false;
            }
        }

        return query.Provider.CreateQuery<T>(expression);
    }

    public static async ValueTask<Connection<T>> PageAsync<T>(
        IQueryable<T> query,
        IReadOnlyList<KeysetKey> keys,
        PagingArguments arguments,
        CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
        {
            throw new InvalidOperationException($"A query of {typeof(T)} has no order to page by: order it, give [UsePaging] keys, or give it a property Id.");
        }

        int? total = arguments.IncludeTotalCount ? await CountAsync(query, cancellationToken).ConfigureAwait(false) : null;
        var page = query;
        page = arguments.After is { } after ? page.Where(Beyond<T>(keys, after, isBefore: false)) : page;
        page = arguments.Before is { } before ? page.Where(Beyond<T>(keys, before, isBefore: true)) : page;
        var isReversed = arguments.Last is not null;
        var size = arguments.Last ?? arguments.First ?? 0;
        return ConnectionOf(await ListItems.ToListAsync<T>(Order(page, keys, isReversed).Take(size + 1), cancellationToken).ConfigureAwait(false), keys, arguments, total);
    }

    /// <summary>A page of what was read.</summary>
    /// <param name="items">One more than the page holds, where there are as many; in reverse where the last were asked for.</param>
    /// <param name="keys">The keys of the order.</param>
    /// <param name="arguments">What was asked for.</param>
    /// <param name="total">How many there are in all; null where nobody asked.</param>
    public static Connection<T> ConnectionOf<T>(List<T> items, IReadOnlyList<KeysetKey> keys, PagingArguments arguments, int? total)
    {
        var isReversed = arguments.Last is not null;
        var size = arguments.Last ?? arguments.First ?? 0;
        var hasMore = items.Count > size;
        if (hasMore)
        {
            items.RemoveAt(size);
        }

        if (isReversed)
        {
            items.Reverse();
        }

        List<Edge<T>> edges = [.. items.Select(item => new Edge<T>(item, Cursor(keys, item!)))];
        return new Connection<T>(
            edges,
            new PageInfo(
                isReversed ? arguments.Before is not null : hasMore,
                isReversed ? hasMore : arguments.After is not null,
                edges.Count > 0 ? edges[0].Cursor : null,
                edges.Count > 0 ? edges[^1].Cursor : null),
            total);
    }

    // Grouped by a constant, so that a database's provider counts without blocking a thread.
    private static async ValueTask<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) =>
        query is IAsyncEnumerable<T>
            ? (await ListItems.ToListAsync<int>(query.GroupBy(_ => 1).Select(group => group.Count()), cancellationToken).ConfigureAwait(false)).FirstOrDefault()
            : query.Count();

    // A key that may be absent is preceded by whether it is there.
    private static string Cursor(IReadOnlyList<KeysetKey> keys, object item) => CursorText.Encode(string.Join(':', keys.Select(key => key.Read(item) switch
    {
        null when key.IsNullable => Absent,
        null => throw new InvalidOperationException($"The key {key.Path} of {item.GetType()} is null although it says that it is never."),
        var value => key.IsNullable ? $"{Present}:{key.Codec.Format(value)}" : key.Codec.Format(value),
    })));

    // (a beyond x) or (a = x and b beyond y) or …
    public static Expression<Func<T, bool>> Beyond<T>(IReadOnlyList<KeysetKey> keys, string cursor, bool isBefore)
    {
        var values = Values(keys, cursor);
        var item = Expression.Parameter(typeof(T), "item");
        Expression? condition = null;
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var comparison = keys[i].Comparison;
            var key = new ParameterReplacement(keys[i].Selector.Parameters[0], item).Visit(keys[i].Selector.Body);
            var beyond = Beyond(key, values[i], comparison, keys[i].IsNullable, keys[i].IsDescending != isBefore);
            var same = comparison.Equal(key, values[i] ?? Expression.Constant(null, key.Type));
            condition = condition is null ? beyond : Expression.OrElse(beyond, Expression.AndAlso(same, condition));
        }

        return Expression.Lambda<Func<T, bool>>(condition!, item);
    }

    /// <param name="key">An item's key.</param>
    /// <param name="value">The cursor's; null where it has none.</param>
    /// <param name="comparison">That of the key's type.</param>
    /// <param name="isNullable">Whether an item may have none.</param>
    /// <param name="isLess">Whether less is beyond; what has none counts as the greatest.</param>
    private static Expression Beyond(Expression key, Expression? value, ValueComparison comparison, bool isNullable, bool isLess)
    {
        var none = Expression.Constant(null, isNullable ? key.Type : typeof(object));
        if (value is null)
        {
            return isLess ? comparison.NotEqual(key, none) : Expression.Constant(false);
        }

        var beyond = comparison.Ordered(key, value, isLess ? ExpressionType.LessThan : ExpressionType.GreaterThan);
        return !isNullable ? beyond
            : isLess ? Expression.AndAlso(comparison.NotEqual(key, none), beyond)
            : Expression.OrElse(comparison.Equal(key, none), beyond);
    }

    private static List<Expression?> Values(IReadOnlyList<KeysetKey> keys, string cursor)
    {
        var reader = CursorText.Decode(cursor) is { } text ? new KeyCodec.PartReader(text.Split(':')) : throw Invalid();
        try
        {
            List<Expression?> values = [.. keys.Select(key => IsAbsent(key, reader) ? null : key.Comparison.Parameter(key.Codec.Read(reader)))];
            return reader.IsAtEnd ? values : throw Invalid();
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException or NotSupportedException)
        {
            throw Invalid();
        }
    }

    private static bool IsAbsent(KeysetKey key, KeyCodec.PartReader reader) => key.IsNullable && reader.Next() switch
    {
        Absent => true,
        Present => false,
        _ => throw new FormatException("A cursor says of a key that may be absent whether it is there."),
    };

    private static GraphQLException Invalid() => PagingFeature.Refuse("The cursor is not valid for this list and order.");
}
