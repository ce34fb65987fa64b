namespace Storefront.GraphQL.Validation;

/// <summary>Names that resemble a mistyped one.</summary>
internal static class Suggestions
{
    private const int MostNames = 5;
    private const int LongestName = 100;

    /// <summary>The candidates at a small distance from the name, the nearest first.</summary>
    public static IReadOnlyList<string> Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length > LongestName)
        {
            return [];
        }

        var threshold = (int)(name.Length * 0.4) + 1;
        return [.. candidates.Distinct(StringComparer.Ordinal)
            .Select(candidate => (Name: candidate, Distance: Distance(name, candidate, threshold)))
            .Where(candidate => candidate.Distance <= threshold)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, NaturalComparer.Instance)
            .Select(candidate => candidate.Name)];
    }

    /// <summary>" Did you mean …?" with at most five names; empty when there are none.</summary>
    public static string DidYouMean(IReadOnlyList<string> names, string introduction = "")
    {
        var quoted = names.Take(MostNames).Select(name => $"\"{name}\"").ToList();
        return quoted.Count switch
        {
            0 => string.Empty,
            1 => $" Did you mean {introduction}{quoted[0]}?",
            2 => $" Did you mean {introduction}{quoted[0]} or {quoted[1]}?",
            _ => $" Did you mean {introduction}{string.Join(", ", quoted[..^1])}, or {quoted[^1]}?",
        };
    }

    /// <summary>
    /// How many letters were added, left out, replaced or swapped with a neighbour. Upper and lower case together differ by one.
    /// More than <paramref name="threshold"/> where it is certain to be too far.
    /// </summary>
    private static int Distance(string name, string candidate, int threshold)
    {
        if (name == candidate)
        {
            return 0;
        }

        var (left, right) = (name.ToLowerInvariant(), candidate.ToLowerInvariant());
        if (left == right)
        {
            return 1;
        }

        if (Math.Abs(left.Length - right.Length) > threshold)
        {
            return threshold + 1;
        }

        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(
                        Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1,
                        rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[left.Length, right.Length];
    }
}
