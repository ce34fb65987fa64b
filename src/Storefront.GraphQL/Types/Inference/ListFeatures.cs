using System.Reflection;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Pagination;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>What is done with a field's list: paging, filtering, sorting.</summary>
internal sealed class ListFeatures
{
    public required ClrShape Item { get; init; }

    public required Type ItemType { get; init; }

    public UsePagingAttribute? Paging { get; init; }

    public UseFilteringAttribute? Filtering { get; init; }

    public UseSortingAttribute? Sorting { get; init; }

    /// <summary>Whether the resolver pages by itself.</summary>
    public bool GivesConnection { get; init; }

    /// <summary>Set when the arguments were added.</summary>
    public FilterInput? Filter { get; set; }

    public SortInput? Sort { get; set; }

    /// <returns>Null where nothing is done with it.</returns>
    public static ListFeatures? Of(MemberInfo member, ClrShape shape, ClrShape item)
    {
        var givesConnection = shape.Type.IsGenericType && shape.Type.GetGenericTypeDefinition() == typeof(Connection<>);
        var features = new ListFeatures
        {
            Item = item,
            ItemType = givesConnection ? shape.Type.GetGenericArguments()[0] : ClrShape.ElementType(shape.Type) ?? shape.Type,
            Paging = member.GetCustomAttribute<UsePagingAttribute>() ?? (givesConnection ? new UsePagingAttribute() : null),
            Filtering = member.GetCustomAttribute<UseFilteringAttribute>(),
            Sorting = member.GetCustomAttribute<UseSortingAttribute>(),
            GivesConnection = givesConnection,
        };
        return features is { Paging: null, Filtering: null, Sorting: null } ? null : features;
    }
}
