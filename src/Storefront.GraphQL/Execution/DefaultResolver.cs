using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace Storefront.GraphQL.Execution;

/// <summary>Reads the property or the dictionary entry of a field's name from its parent: what a field without a resolver does.</summary>
internal static class DefaultResolver
{
    private static readonly ConcurrentDictionary<string, PureResolver> Resolvers = new(StringComparer.Ordinal);

    public static PureResolver For(string fieldName) => Resolvers.GetOrAdd(fieldName, static name => Create(name));

    private static PureResolver Create(string fieldName)
    {
        var getters = new ConcurrentDictionary<Type, Func<object, object?>>();
        return new PureResolver(context => context.Parent<object?>() switch
        {
            null => null,
            IReadOnlyDictionary<string, object?> entries => entries.GetValueOrDefault(fieldName),
            var parent => getters.GetOrAdd(parent.GetType(), CompileGetter, fieldName)(parent),
        });
    }

    private static Func<object, object?> CompileGetter(Type type, string fieldName)
    {
        var property = type.GetProperty(fieldName, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
        if (property is null)
        {
            return static _ => null;
        }

        var parent = Expression.Parameter(typeof(object));
        var read = Expression.Property(Expression.Convert(parent, type), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(read, typeof(object)), parent).Compile();
    }
}
