using System.Globalization;
using Storefront.GraphQL.Types.Pagination;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>Pages a list in memory that has no keys by the items' positions.</summary>
internal static class PositionPaging
{
    public static Connection<T> Page<T>(IReadOnlyList<T> items, PagingArguments arguments)
    {
        var start = arguments.After is { } after ? Position(after) + 1 : 0;
        var end = Math.Min(items.Count, arguments.Before is { } before ? Position(before) : items.Count);
        start = Math.Min(start, end);
        var (from, to) = arguments.Last is { } last
            ? (Math.Max(start, end - last), end)
            : (start, Math.Min(end, start + (arguments.First ?? 0)));
        List<Edge<T>> edges = [.. Enumerable.Range(from, to - from).Select(index => new Edge<T>(items[index], Cursor(index)))];
        return new Connection<T>(
            edges,
            new PageInfo(to < items.Count, from > 0, edges.Count > 0 ? edges[0].Cursor : null, edges.Count > 0 ? edges[^1].Cursor : null),
            arguments.IncludeTotalCount ? items.Count : null);
    }

    private static string Cursor(int index) => CursorText.Encode(index.ToString(CultureInfo.InvariantCulture));

    private static int Position(string cursor) =>
        int.TryParse(CursorText.Decode(cursor), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < int.MaxValue
            ? index
            : throw PagingFeature.Refuse("The cursor is not valid for this list.");
}
