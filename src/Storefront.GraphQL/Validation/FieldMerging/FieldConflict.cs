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
            [.. conflicts.SelectMany(inner => inner.Left).Prepend(left.Node).Take(MostNodes)],
            [.. conflicts.SelectMany(inner => inner.Right).Prepend(right.Node).Take(MostNodes)]);
    }
}
