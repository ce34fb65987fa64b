namespace Storefront.GraphQL.Types.Attributes;

/// <summary>
/// The field is a Relay connection over what the resolver returns. An <see cref="IQueryable{T}"/> is paged by its own ordering, whose last key
/// must be unique; what has no ordering is ordered by <see cref="Keys"/>, or by <c>Id</c>. A list without keys keeps its order.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UsePagingAttribute : Attribute
{
    /// <summary>Properties to order by, from the first key to the unique last one; <c>"OpenedAt desc"</c> descends. Keys are never null.</summary>
    public string[] Keys { get; set; } = [];

    /// <summary>Items a page where neither <c>first</c> nor <c>last</c> is given; 0 for the option's value.</summary>
    public int DefaultPageSize { get; set; }

    /// <summary>The most that <c>first</c> and <c>last</c> may ask for; more is refused. 0 for the option's value.</summary>
    public int MaxPageSize { get; set; }

    /// <summary>Whether the connection has <c>totalCount</c>, which is counted only when it is selected.</summary>
    public bool IncludeTotalCount { get; set; } = true;

    /// <summary>The connection's name without its suffix; null for the item type's.</summary>
    public string? ConnectionName { get; set; }
}

/// <summary>The field takes <c>where</c>: conditions on the items' properties, all of which must hold.</summary>
/// <param name="properties">The properties that may be filtered by; none for every scalar and enum.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UseFilteringAttribute(params string[] properties) : Attribute
{
    /// <summary>The properties that may be filtered by; empty for every scalar and enum.</summary>
    public IReadOnlyList<string> Properties { get; } = properties;
}

/// <summary>The field takes <c>order</c>: what the items are ordered by, most important first.</summary>
/// <param name="properties">The properties that may be ordered by; none for every scalar and enum.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UseSortingAttribute(params string[] properties) : Attribute
{
    /// <summary>The properties that may be ordered by; empty for every scalar and enum.</summary>
    public IReadOnlyList<string> Properties { get; } = properties;
}
