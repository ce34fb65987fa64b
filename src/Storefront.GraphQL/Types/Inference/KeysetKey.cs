using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Storefront.GraphQL.Types.Relay;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>A key of a list's order. One that the schema names serves all requests, so that what it finds out it keeps.</summary>
/// <param name="selector">A lambda from an item to the key.</param>
/// <param name="isDescending">Whether the greatest comes first.</param>
internal sealed class KeysetKey(LambdaExpression selector, bool isDescending)
{
    private static readonly ConcurrentDictionary<(Type, string), Func<object, object?>> Readers = [];
    private static readonly ConcurrentDictionary<PropertyInfo, bool> Nullables = [];

    private Func<object, object?>? reader;

    public LambdaExpression Selector => selector;

    public bool IsDescending => isDescending;

    public Type Type => selector.Body.Type;

    public ValueComparison Comparison => field ??= ValueComparison.Of(Type);

    /// <exception cref="InvalidOperationException">A cursor cannot hold such a key.</exception>
    public KeyCodec Codec => field ??= KeyCodec.For(Type)
        ?? throw new InvalidOperationException($"The key {Path} is of the type {Type}, which a cursor cannot hold.");

    /// <summary>Whether an item may have none; such items come after all others, before them where the greatest comes first.</summary>
    public bool IsNullable { get; } = selector.Body is MemberExpression { Member: PropertyInfo property }
        ? Nullables.GetOrAdd(property, static property => ClrShape.Of(property).IsNullable)
        : Nullable.GetUnderlyingType(selector.Body.Type) is not null;

    /// <summary>A lambda from an item to whether it has none.</summary>
    public LambdaExpression IsAbsent => field ??= Expression.Lambda(Comparison.Equal(selector.Body, Expression.Constant(null, Type)), selector.Parameters);

    /// <summary>What tells keys apart: the path of properties, or the whole expression.</summary>
    public string Path => field ??= selector.Body.ToString().Replace($"{selector.Parameters[0].Name}.", ".", StringComparison.Ordinal);

    public static KeysetKey Of(PropertyInfo property, bool isDescending)
    {
        var item = Expression.Parameter(property.ReflectedType!, "item");
        return new(Expression.Lambda(Expression.Property(item, property), item), isDescending);
    }

    /// <summary>Keys as an attribute states them: <c>"OpenedAt desc"</c>.</summary>
    /// <param name="item">The items' type.</param>
    /// <param name="keys">Names of properties, each with <c>asc</c> or <c>desc</c> behind it or nothing.</param>
    /// <param name="report">Called with what is wrong with a key, which is then left out.</param>
    public static IReadOnlyList<KeysetKey> Parse(Type item, IReadOnlyList<string> keys, Action<string> report)
    {
        var parsed = new List<KeysetKey>();
        foreach (var key in keys)
        {
            var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var direction = words.Length > 1 ? words[1].ToUpperInvariant() : "ASC";
            if (words.Length is not (1 or 2) || direction is not ("ASC" or "DESC"))
            {
                report($"the key \"{key}\" is not a property with asc or desc behind it.");
            }
            else if (item.GetProperty(words[0]) is { } property)
            {
                parsed.Add(Of(property, direction == "DESC"));
            }
            else
            {
                report($"{item} has no property {words[0]} to page by.");
            }
        }

        return parsed;
    }

    /// <summary>The property <c>Id</c>; nothing where there is none that a cursor can hold.</summary>
    public static IReadOnlyList<KeysetKey> ById(Type item) =>
        item.GetProperty("Id") is { } id && KeyCodec.For(id.PropertyType) is not null ? [Of(id, false)] : [];

    /// <summary>An item's key.</summary>
    public object? Read(object item)
    {
        try
        {
            return (reader ??= FindReader())(item);
        }
        catch (NullReferenceException exception)
        {
            throw new InvalidOperationException($"The key {Path} goes through what was not loaded with the {item.GetType()}: load it, or select the key.", exception);
        }
    }

    // A path of properties is the same in every request; any other expression may hold values of this one.
    private Func<object, object?> FindReader() => IsSimple(selector.Body)
        ? Readers.GetOrAdd((selector.Parameters[0].Type, Path), static (_, key) => key.Compile(preferInterpretation: false), this)
        : Compile(preferInterpretation: true);

    private static bool IsSimple(Expression body) => body switch
    {
        MemberExpression member => member.Expression is not null && IsSimple(member.Expression),
        ParameterExpression => true,
        _ => false,
    };

    private Func<object, object?> Compile(bool preferInterpretation)
    {
        var boxed = Expression.Parameter(typeof(object));
        var item = selector.Parameters[0];
        var body = Expression.Block(
            [item],
            Expression.Assign(item, Expression.Convert(boxed, item.Type)),
            Expression.Convert(selector.Body, typeof(object)));
        return Expression.Lambda<Func<object, object?>>(body, boxed).Compile(preferInterpretation);
    }
}
