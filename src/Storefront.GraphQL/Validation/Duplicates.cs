using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation;

/// <summary>Finds nodes that share a name.</summary>
internal static class Duplicates
{
    private const int FewNodes = 8;

    /// <summary>The names that stand more than once, grouped, in the order of their first use; nothing is allocated where there are none of few.</summary>
    public static IReadOnlyList<IReadOnlyList<NameNode>> Find<T>(IReadOnlyList<T> nodes, Func<T, NameNode> nameOf)
    {
        if (nodes.Count < 2 || (nodes.Count <= FewNodes && !HasDuplicate(nodes, nameOf)))
        {
            return [];
        }

        return [.. nodes.Select(nameOf)
            .GroupBy(name => name.Value, StringComparer.Ordinal)
            .Select(group => (IReadOnlyList<NameNode>)[.. group])
            .Where(group => group.Count > 1)];
    }

    private static bool HasDuplicate<T>(IReadOnlyList<T> nodes, Func<T, NameNode> nameOf)
    {
        for (var right = 1; right < nodes.Count; right++)
        {
            for (var left = 0; left < right; left++)
            {
                if (nameOf(nodes[left]).Value == nameOf(nodes[right]).Value)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
