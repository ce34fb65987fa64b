using System.Collections;

namespace Storefront.GraphQL.Types.Pagination;

/// <summary>A connection of any item.</summary>
internal interface IConnection
{
    IEnumerable Edges { get; }

    IEnumerable Nodes { get; }

    PageInfo PageInfo { get; }

    int? TotalCount { get; }
}

/// <summary>An edge of any item.</summary>
internal interface IEdge
{
    object? Node { get; }

    string Cursor { get; }
}
