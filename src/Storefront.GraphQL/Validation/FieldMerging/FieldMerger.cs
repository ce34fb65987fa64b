using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation.FieldMerging;

/// <summary>
/// Decides whether the fields of a selection set can be merged (FieldsInSetCanMerge, section 5.3.2) without comparing every field with
/// every other: fields of one response name form a group in which each must agree with the first, and what they select is joined
/// and grouped again. A group is looked at once, however many ways lead to it.
/// </summary>
internal sealed class FieldMerger(ValidationContext context, FieldCollector collector)
{
    private readonly HashSet<FieldGroup> seen = [];
    private readonly List<FieldGroup> added = [];
    private readonly Stack<FieldGroup> pending = new();

    /// <summary>Two fields that cannot be merged; null when all can.</summary>
    public (SelectedField Left, SelectedField Right)? FindConflict(SelectedFields selection)
    {
        pending.Clear();
        added.Clear();
        Enqueue([selection], shapeOnly: false);
        while (pending.TryPop(out var group))
        {
            if (FindConflict(group) is { } conflict)
            {
                // The groups around the conflict and those not reached are looked at again where they stand in another set.
                seen.ExceptWith(added);
                return conflict;
            }
        }

        return null;
    }

    private (SelectedField Left, SelectedField Right)? FindConflict(FieldGroup group)
    {
        if (FindShapeConflict(group.Fields) is { } conflict)
        {
            return conflict;
        }

        if (group.ShapeOnly)
        {
            EnqueueNested(group.Fields, shapeOnly: true);
            return null;
        }

        // Fields of different object types never meet in one value, so only their shapes must agree.
        var objectTypes = group.Fields.Select(field => field.ParentType).OfType<ObjectType>().Distinct().ToList();
        if (objectTypes.Count < 2)
        {
            return FindDifference(group.Fields);
        }

        EnqueueNested(group.Fields, shapeOnly: true);
        foreach (var objectType in objectTypes)
        {
            context.Spend(group.Fields.Length);
            var meeting = group.Fields.Where(field => field.ParentType == objectType || field.ParentType is not ObjectType).ToList();
            if (FindDifference(meeting) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    /// <summary>A field whose value has another shape than the first's (SameResponseShape).</summary>
    private static (SelectedField Left, SelectedField Right)? FindShapeConflict(IReadOnlyList<SelectedField> fields)
    {
        SelectedField? first = null;
        foreach (var field in fields)
        {
            first ??= field.Type is null ? null : field;
            if (first is not null && field.Type is not null && !ResponseShape.IsSame(first.Type!, field.Type))
            {
                return (first, field);
            }
        }

        return null;
    }

    /// <summary>A field that is another than the first or has other arguments.</summary>
    private (SelectedField Left, SelectedField Right)? FindDifference(IReadOnlyList<SelectedField> fields)
    {
        foreach (var field in fields)
        {
            if (!fields[0].IsSameAs(field))
            {
                return (fields[0], field);
            }
        }

        EnqueueNested(fields, shapeOnly: false);
        return null;
    }

    private void EnqueueNested(IReadOnlyList<SelectedField> fields, bool shapeOnly)
    {
        var nested = new List<SelectedFields>();
        foreach (var field in fields)
        {
            if (collector.CollectNested(field) is { } selection)
            {
                nested.Add(selection);
            }
        }

        if (nested.Count > 1)
        {
            Enqueue(nested, shapeOnly);
        }
    }

    /// <summary>Joins selections and their fragments, and queues every group of two or more fields that has not been seen.</summary>
    private void Enqueue(IReadOnlyList<SelectedFields> selections, bool shapeOnly)
    {
        if (selections is [{ Spreads.Count: 0 } single])
        {
            foreach (var fields in single.ByName.Values)
            {
                Enqueue(fields, shapeOnly);
            }

            return;
        }

        var joined = new Dictionary<string, List<SelectedField>>(StringComparer.Ordinal);
        var spreads = new HashSet<string>(StringComparer.Ordinal);
        var rest = new Stack<SelectedFields>(selections);
        while (rest.TryPop(out var selection))
        {
            context.Spend(selection.ByName.Count + 1);
            foreach (var (name, fields) in selection.ByName)
            {
                if (!joined.TryGetValue(name, out var all))
                {
                    joined[name] = all = [];
                }

                all.AddRange(fields);
            }

            foreach (var name in selection.Spreads)
            {
                if (spreads.Add(name) && collector.CollectFragment(name) is { } fragment)
                {
                    rest.Push(fragment);
                }
            }
        }

        foreach (var fields in joined.Values)
        {
            Enqueue(fields, shapeOnly);
        }
    }

    private void Enqueue(List<SelectedField> fields, bool shapeOnly)
    {
        if (fields.Count < 2)
        {
            return;
        }

        context.Spend(fields.Count);
        var group = new FieldGroup([.. fields.DistinctBy(field => field.Id).OrderBy(field => field.Id)], shapeOnly);
        if (group.Fields.Length > 1 && seen.Add(group))
        {
            added.Add(group);
            pending.Push(group);
        }
    }
}
