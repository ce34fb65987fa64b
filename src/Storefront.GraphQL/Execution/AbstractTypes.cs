using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution;

/// <summary>ResolveAbstractType (section 6.4.3): which object type a value of an interface or union is.</summary>
internal static class AbstractTypes
{
    private static readonly ConditionalWeakTable<NamedType, ConcurrentDictionary<Type, ObjectType?>> ByRuntimeType = [];

    /// <returns>Null when it is none of the possible types.</returns>
    public static ObjectType? Resolve(Schema schema, NamedType type, object value)
    {
        var resolve = ResolverOf(type);
        var possibleTypes = schema.GetPossibleTypes(type);
        if (resolve is not null)
        {
            return resolve(value) is { } name && schema.TryGetType(name, out var named) && named is ObjectType objectType && possibleTypes.Contains(objectType)
                ? objectType
                : null;
        }

        foreach (var possible in possibleTypes)
        {
            if (possible.IsTypeOf?.Invoke(value) ?? false)
            {
                return possible;
            }
        }

        return ByRuntimeType.GetOrCreateValue(type).GetOrAdd(
            value.GetType(),
            static (runtimeType, candidates) => FindNearest(candidates, runtimeType),
            possibleTypes);
    }

    /// <summary>The type that a value says it is of, for a message; where it says none, its C# type.</summary>
    public static string Describe(NamedType type, object value) => ResolverOf(type)?.Invoke(value) is { } name ? $"\"{name}\"" : value.GetType().Name;

    private static Func<object, string?>? ResolverOf(NamedType type) => type switch
    {
        InterfaceType contract => contract.ResolveType,
        UnionType union => union.ResolveType,
        _ => null,
    };

    private static ObjectType? FindNearest(IReadOnlyCollection<ObjectType> candidates, Type? runtimeType)
    {
        for (; runtimeType is not null; runtimeType = runtimeType.BaseType)
        {
            foreach (var candidate in candidates)
            {
                if (candidate.IsTypeOf is null && candidate.RuntimeType == runtimeType)
                {
                    return candidate;
                }
            }
        }

        return null;
    }
}
