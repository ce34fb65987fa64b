using System.Collections.Concurrent;
using System.Linq.Expressions;

namespace Storefront.GraphQL.Types.Mutations;

/// <summary>Reads a generic result type by two of its properties: one is the error, null where there is none, and the other the value.</summary>
internal sealed class PropertyFieldResultAdapter(Type definition, string valueProperty, string errorProperty) : IFieldResultAdapter
{
    private readonly ConcurrentDictionary<Type, Func<object, IFieldResult>> readers = [];

    public Type? GetValueType(Type resultType) =>
        resultType.IsGenericType && resultType.GetGenericTypeDefinition() == definition ? resultType.GetGenericArguments()[0] : null;

    public IFieldResult Adapt(object result) => readers.GetOrAdd(result.GetType(), Compile)(result);

    private Func<object, IFieldResult> Compile(Type resultType)
    {
        var result = Expression.Parameter(typeof(object));
        var typed = Expression.Convert(result, resultType);
        var value = Read(valueProperty);
        var error = Read(errorProperty);
        return given => error(given) is { } refused ? new FieldResult<object?>([refused]) : new FieldResult<object?>(value(given));

        Func<object, object?> Read(string name) =>
            Expression.Lambda<Func<object, object?>>(Expression.Convert(Expression.Property(typed, name), typeof(object)), result).Compile();
    }
}
