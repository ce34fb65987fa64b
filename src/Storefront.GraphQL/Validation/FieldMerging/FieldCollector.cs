using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation.FieldMerging;

/// <summary>Collects the fields of selection sets, each set once.</summary>
internal sealed class FieldCollector(ValidationContext context)
{
    private readonly Dictionary<SelectionSetNode, SelectedFields> collected = [];
    private readonly HashSet<(SelectedFields, string)> spreads = [];
    private int fields;

    /// <summary>The fields of a selection set on a type, fragments aside.</summary>
    public SelectedFields Collect(SelectionSetNode selectionSet, NamedType? parentType)
    {
        if (!collected.TryGetValue(selectionSet, out var found))
        {
            collected[selectionSet] = found = new SelectedFields();
            Collect(selectionSet, parentType, found);
        }

        return found;
    }

    /// <summary>The fields of a fragment; null when there is none of this name.</summary>
    public SelectedFields? CollectFragment(string name) =>
        context.Fragments.TryGet(name, out var fragment)
            ? Collect(fragment.SelectionSet, context.ResolveType(fragment.TypeCondition) as NamedType)
            : null;

    /// <summary>The fields of the selection set on a field's value; null when it has none.</summary>
    public SelectedFields? CollectNested(SelectedField field) =>
        field.Node.SelectionSet is { } selectionSet ? Collect(selectionSet, field.Type?.NamedType) : null;

    private void Collect(SelectionSetNode selectionSet, NamedType? parentType, SelectedFields found)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    var definition = FieldLookup.Find(context.Schema, parentType, field.Name.Value);
                    found.Add(new SelectedField(fields++, field, parentType, definition?.Type));
                    break;
                case FragmentSpreadNode spread:
                    if (spreads.Add((found, spread.Name.Value)))
                    {
                        found.Spreads.Add(spread.Name.Value);
                    }

                    break;
                case InlineFragmentNode inline:
                    var inner = inline.TypeCondition is null ? parentType : context.ResolveType(inline.TypeCondition) as NamedType;
                    Collect(inline.SelectionSet, inner, found);
                    break;
            }
        }
    }
}
