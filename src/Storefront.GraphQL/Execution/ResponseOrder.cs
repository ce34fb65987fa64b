namespace Storefront.GraphQL.Execution;

/// <summary>Orders paths as their values stand in the response; no path, and a path before those below it, come first.</summary>
internal sealed class ResponseOrder : IComparer<ResponsePath?>
{
    public static readonly ResponseOrder Instance = new();

    public int Compare(ResponsePath? x, ResponsePath? y)
    {
        if (ReferenceEquals(x, y))
        {
            return 0;
        }

        var (xDepth, yDepth) = (DepthOf(x), DepthOf(y));
        var (left, right) = (x, y);
        for (var depth = xDepth; depth > yDepth; depth--)
        {
            left = left!.Parent;
        }

        for (var depth = yDepth; depth > xDepth; depth--)
        {
            right = right!.Parent;
        }

        // The segment nearest to the root decides.
        var order = 0;
        for (; !ReferenceEquals(left, right) && left is not null && right is not null; left = left.Parent, right = right.Parent)
        {
            var difference = left.Order.CompareTo(right.Order);
            order = difference != 0 ? difference : string.CompareOrdinal(left.Name, right.Name) is var names and not 0 ? names : order;
        }

        return order != 0 ? order : xDepth.CompareTo(yDepth);
    }

    private static int DepthOf(ResponsePath? path)
    {
        var depth = 0;
        for (; path is not null; path = path.Parent)
        {
            depth++;
        }

        return depth;
    }
}
