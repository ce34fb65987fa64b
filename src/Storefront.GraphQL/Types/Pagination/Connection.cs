using System.Collections;

namespace Storefront.GraphQL.Types.Pagination;

/// <summary>A page of a list (Relay's connection).</summary>
public sealed class Connection<T> : IConnection
{
    private IReadOnlyList<T>? nodes;

    /// <summary>Creates a page.</summary>
    /// <param name="edges">The items with their cursors, in order.</param>
    /// <param name="pageInfo">What lies beyond the page.</param>
    /// <param name="totalCount">The number of items of the whole list; null where it was not asked for.</param>
    public Connection(IReadOnlyList<Edge<T>> edges, PageInfo pageInfo, int? totalCount = null)
    {
        Edges = edges;
        PageInfo = pageInfo;
        TotalCount = totalCount;
    }

    /// <summary>The items with their cursors.</summary>
    public IReadOnlyList<Edge<T>> Edges { get; }

    /// <summary>What lies beyond the page.</summary>
    public PageInfo PageInfo { get; }

    /// <summary>The number of items of the whole list; null where it was not asked for.</summary>
    public int? TotalCount { get; }

    /// <summary>The items.</summary>
    public IReadOnlyList<T> Nodes => nodes ??= [.. Edges.Select(edge => edge.Node)];

    IEnumerable IConnection.Edges => Edges;

    IEnumerable IConnection.Nodes => Nodes;
}

/// <summary>An item of a page (Relay).</summary>
/// <param name="Node">The item.</param>
/// <param name="Cursor">Its place in the list, opaque.</param>
public sealed record Edge<T>(T Node, string Cursor) : IEdge
{
    object? IEdge.Node => Node;
}

/// <summary>What lies beyond a page (Relay).</summary>
/// <param name="HasNextPage">Whether items follow.</param>
/// <param name="HasPreviousPage">Whether items precede.</param>
/// <param name="StartCursor">The first item's cursor; null on an empty page.</param>
/// <param name="EndCursor">The last item's cursor; null on an empty page.</param>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
