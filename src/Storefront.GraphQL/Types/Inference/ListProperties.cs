using System.Reflection;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>The properties of an item that a list may be filtered or ordered by.</summary>
internal static class ListProperties
{
    public static IEnumerable<PropertyInfo> Of(Type item, IReadOnlyList<string> names, Action<string> report, Func<Type, bool> isLeaf)
    {
        var usable = item.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && isLeaf(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType))
            .ToList();
        if (names.Count == 0)
        {
            return usable.Where(property => !property.IsDefined(typeof(GraphQLIgnoreAttribute)));
        }

        foreach (var name in names.Where(name => usable.TrueForAll(property => property.Name != name)))
        {
            report($"{item} has no property {name} of a scalar or enum type.");
        }

        return names.Select(name => usable.Find(property => property.Name == name)).OfType<PropertyInfo>();
    }
}

/// <summary>A list's <c>where</c>.</summary>
internal sealed record FilterInput(InputObjectType Type, Type Item)
{
    public Dictionary<string, FilteredProperty> Properties { get; } = new(StringComparer.Ordinal);
}

/// <summary>A property that may be filtered by, and how an argument becomes a value of its type.</summary>
internal sealed record FilteredProperty(PropertyInfo Property, Func<object, object?>? Convert)
{
    public ValueComparison Comparison { get; } = ValueComparison.Of(Property.PropertyType);
}

/// <summary>A list's <c>order</c>.</summary>
internal sealed record SortInput(InputObjectType Type)
{
    public Dictionary<string, SortedProperty> Properties { get; } = new(StringComparer.Ordinal);
}

/// <summary>A property that may be ordered by, in both directions.</summary>
internal sealed record SortedProperty(KeysetKey Ascending, KeysetKey Descending)
{
    public static SortedProperty Of(PropertyInfo property) => new(KeysetKey.Of(property, false), KeysetKey.Of(property, true));
}

/// <summary>The direction of an ordering.</summary>
internal enum SortEnumType
{
    /// <summary>The least first.</summary>
    [GraphQLName("ASC")]
    Ascending,

    /// <summary>The greatest first.</summary>
    [GraphQLName("DESC")]
    Descending,
}

/// <summary>The conditions that a property may be given.</summary>
internal static class FilterOperations
{
    public static IEnumerable<(string Name, bool IsList, string Description)> Of(NamedType leaf, Type type)
    {
        yield return ("eq", false, "Equal to this; null for those without a value.");
        yield return ("neq", false, "Not equal to this.");
        if (type == typeof(bool))
        {
            yield break;
        }

        yield return ("in", true, "Equal to one of these.");
        yield return ("nin", true, "Equal to none of these.");
        if (type == typeof(string))
        {
            yield return ("contains", false, "Containing this text.");
            yield return ("startsWith", false, "Beginning with this text.");
            yield return ("endsWith", false, "Ending with this text.");
        }
        else if (leaf is not EnumType && leaf.Name is not ("ID" or "UUID" or "URL"))
        {
            yield return ("gt", false, "Greater than this.");
            yield return ("gte", false, "Greater than this or equal to it.");
            yield return ("lt", false, "Less than this.");
            yield return ("lte", false, "Less than this or equal to it.");
        }
    }
}
