using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.FieldMerging;

/// <summary>Why two fields of one response name cannot be merged.</summary>
/// <param name="ResponseName">The name.</param>
/// <param name="Reason">The reason, as a clause.</param>
/// <param name="Left">The first field and, inside it, what conflicts.</param>
/// <param name="Right">The second field and, inside it, what conflicts.</param>
internal sealed record FieldConflict(string ResponseName, string Reason, IReadOnlyList<FieldNode> Left, IReadOnlyList<FieldNode> Right)
{
    /// <summary>How many conflicts of inner fields, and how many fields, one conflict names.</summary>
    public const int MostNodes = 20;

    private const int LongestReason = 1000;

    /// <summary>A conflict between the two fields themselves.</summary>
    public static FieldConflict Between(SelectedField left, SelectedField right, string reason) =>
        new(left.Node.ResponseName, reason, [left.Node], [right.Node]);

    /// <summary>A conflict between what the two fields select.</summary>
    public static FieldConflict Inside(SelectedField left, SelectedField right, List<FieldConflict> conflicts)
    {
        var reason = string.Join(" and ", conflicts.Take(MostNodes).Select(inner => $"subfields \"{inner.ResponseName}\" conflict because {inner.Reason}"));
        return new FieldConflict(
            left.Node.ResponseName,
            reason.Length > LongestReason ? $"{reason[..LongestReason]}..." : reason,
            WithInner(left.Node, conflicts.Select(inner => inner.Left)),
            WithInner(right.Node, conflicts.Select(inner => inner.Right)));
    }

    private static List<FieldNode> WithInner(FieldNode field, IEnumerable<IReadOnlyList<FieldNode>> conflicts)
    {
        var nodes = new List<FieldNode> { field };
        foreach (var inner in conflicts)
        {
            // Of a conflict with too many fields the deepest are kept, where the difference is.
            nodes.AddRange(inner.TakeLast(MostNodes - nodes.Count));
            if (nodes.Count == MostNodes)
            {
                break;
            }
        }

        return nodes;
    }
}
