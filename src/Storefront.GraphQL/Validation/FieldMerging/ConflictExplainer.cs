using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation.FieldMerging;

/// <summary>
/// Names the conflicts of a selection set that <see cref="FieldMerger"/> has refused, by comparing fields in pairs: those of the set
/// with each other, then with its fragments', then the fragments' with each other. It ends when nobody would be told more, and gives up after a
/// number of comparisons.
/// </summary>
internal sealed class ConflictExplainer(FieldCollector collector, int mostConflicts)
{
    private const int MostDepth = 200;

    // The value says whether the pair was compared as one that may meet in a value.
    private readonly Dictionary<(SelectedFields, string), bool> comparedWithFragment = [];
    private readonly Dictionary<(string, string), bool> comparedFragments = [];
    private int remainingComparisons = 20_000;
    private int depth;
    private int enclosingFields;

    /// <summary>The conflicts that have not been named yet.</summary>
    public List<FieldConflict> Explain(SelectedFields selection)
    {
        var conflicts = new List<FieldConflict>();
        foreach (var fields in selection.ByName.Values)
        {
            for (var left = 0; left < fields.Count; left++)
            {
                for (var right = left + 1; right < fields.Count && !IsEnough(conflicts); right++)
                {
                    Compare(fields[left], fields[right], exclusive: false, conflicts);
                }
            }
        }

        for (var left = 0; left < selection.Spreads.Count; left++)
        {
            CompareWithFragment(selection, selection.Spreads[left], exclusive: false, conflicts);
            for (var right = left + 1; right < selection.Spreads.Count && !IsEnough(conflicts); right++)
            {
                CompareFragments(selection.Spreads[left], selection.Spreads[right], exclusive: false, conflicts);
            }
        }

        return conflicts;
    }

    private static bool IsNew<T>(Dictionary<T, bool> compared, T pair, bool exclusive)
        where T : notnull
    {
        // What was compared as possibly meeting has been compared as exclusive, too.
        if (compared.TryGetValue(pair, out var mayMeet) && (mayMeet || exclusive))
        {
            return false;
        }

        compared[pair] = !exclusive;
        return true;
    }

    // What is inside of a conflict is named in its message, which has an end.
    private bool IsEnough(List<FieldConflict> conflicts) =>
        remainingComparisons <= 0 || conflicts.Count >= (enclosingFields == 0 ? mostConflicts : FieldConflict.MostNodes);

    private void Compare(SelectedField left, SelectedField right, bool exclusive, List<FieldConflict> conflicts)
    {
        remainingComparisons--;
        exclusive |= left.ParentType != right.ParentType && left.ParentType is ObjectType && right.ParentType is ObjectType;
        if (!exclusive && !left.IsSameAs(right))
        {
            conflicts.Add(FieldConflict.Between(left, right, left.Node.Name.Value == right.Node.Name.Value
                ? "they have differing arguments"
                : $"\"{left.Node.Name.Value}\" and \"{right.Node.Name.Value}\" are different fields"));
        }
        else if (left.Type is not null && right.Type is not null && !ResponseShape.IsSame(left.Type, right.Type))
        {
            conflicts.Add(FieldConflict.Between(left, right, $"they return conflicting types \"{left.Type}\" and \"{right.Type}\""));
        }
        else if (collector.CollectNested(left) is { } leftNested && collector.CollectNested(right) is { } rightNested && depth < MostDepth)
        {
            depth++;
            enclosingFields++;
            var inner = CompareNested(leftNested, rightNested, exclusive);
            enclosingFields--;
            depth--;
            if (inner.Count > 0)
            {
                conflicts.Add(FieldConflict.Inside(left, right, inner));
            }
        }
    }

    private List<FieldConflict> CompareNested(SelectedFields left, SelectedFields right, bool exclusive)
    {
        var conflicts = new List<FieldConflict>();
        CompareAll(left, right, exclusive, conflicts);
        foreach (var fragment in right.Spreads)
        {
            CompareWithFragment(left, fragment, exclusive, conflicts);
        }

        foreach (var fragment in left.Spreads)
        {
            CompareWithFragment(right, fragment, exclusive, conflicts);
        }

        foreach (var leftFragment in left.Spreads)
        {
            foreach (var rightFragment in right.Spreads)
            {
                CompareFragments(leftFragment, rightFragment, exclusive, conflicts);
            }
        }

        return conflicts;
    }

    private void CompareAll(SelectedFields left, SelectedFields right, bool exclusive, List<FieldConflict> conflicts)
    {
        foreach (var (name, leftFields) in left.ByName)
        {
            foreach (var (leftField, rightField) in right.ByName.TryGetValue(name, out var rightFields)
                ? leftFields.SelectMany(_ => rightFields, (leftField, rightField) => (leftField, rightField))
                : [])
            {
                if (IsEnough(conflicts))
                {
                    return;
                }

                Compare(leftField, rightField, exclusive, conflicts);
            }
        }
    }

    private void CompareWithFragment(SelectedFields selection, string name, bool exclusive, List<FieldConflict> conflicts)
    {
        if (--remainingComparisons <= 0 || depth >= MostDepth || !IsNew(comparedWithFragment, (selection, name), exclusive)
            || collector.CollectFragment(name) is not { } fragment || fragment == selection)
        {
            return;
        }

        depth++;
        CompareAll(selection, fragment, exclusive, conflicts);
        foreach (var nested in fragment.Spreads)
        {
            CompareWithFragment(selection, nested, exclusive, conflicts);
        }

        depth--;
    }

    private void CompareFragments(string left, string right, bool exclusive, List<FieldConflict> conflicts)
    {
        var pair = string.CompareOrdinal(left, right) < 0 ? (left, right) : (right, left);
        if (--remainingComparisons <= 0 || depth >= MostDepth || left == right || !IsNew(comparedFragments, pair, exclusive)
            || collector.CollectFragment(left) is not { } leftFields || collector.CollectFragment(right) is not { } rightFields)
        {
            return;
        }

        depth++;
        CompareAll(leftFields, rightFields, exclusive, conflicts);
        foreach (var nested in rightFields.Spreads)
        {
            CompareFragments(left, nested, exclusive, conflicts);
        }

        foreach (var nested in leftFields.Spreads)
        {
            CompareFragments(nested, right, exclusive, conflicts);
        }

        depth--;
    }
}
