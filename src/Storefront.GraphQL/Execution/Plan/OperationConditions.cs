using System.Collections.Frozen;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Execution.Plan;

/// <summary>
/// The variables on which <c>@skip</c> and <c>@include</c> depend. A plan is made for each combination of their values
/// that is asked for, so that executing it asks nothing.
/// </summary>
internal static class OperationConditions
{
    /// <summary>Stands in <see cref="Describe"/> for a null that no plan can be run with to its end.</summary>
    public const char Null = 'n';

    /// <summary>The names of those variables anywhere in a document, sorted.</summary>
    public static string[] Find(DocumentNode document)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var definition in document.Definitions)
        {
            var selectionSet = definition switch
            {
                OperationDefinitionNode operation => operation.SelectionSet,
                FragmentDefinitionNode fragment => fragment.SelectionSet,
                _ => null,
            };
            if (selectionSet is not null)
            {
                Find(selectionSet, names);
            }
        }

        return [.. names];
    }

    /// <summary>The values that the request gives them; null where it gives none, or null in a default's place.</summary>
    public static FrozenDictionary<string, bool?> Evaluate(string[] names, IReadOnlyDictionary<string, object?> variables) =>
        names.ToFrozenDictionary(name => name, name => variables.GetValueOrDefault(name) as bool?, StringComparer.Ordinal);

    /// <summary>The same as text that tells plans apart; with an <see cref="Null"/> where a default's place is taken by null.</summary>
    public static string Describe(string[] names, IReadOnlyDictionary<string, object?> variables) => names.Length == 0
        ? string.Empty
        : string.Concat(names.Select(name => !variables.TryGetValue(name, out var value) ? '-' : value switch { true => '1', false => '0', _ => Null }));

    private static void Find(SelectionSetNode selectionSet, SortedSet<string> names)
    {
        foreach (var selection in selectionSet.Selections)
        {
            foreach (var directive in selection.Directives)
            {
                if (directive.Name.Value is "skip" or "include" && directive.Arguments is [{ Value: VariableNode variable }])
                {
                    names.Add(variable.Name.Value);
                }
            }

            var nested = selection switch
            {
                FieldNode field => field.SelectionSet,
                InlineFragmentNode inline => inline.SelectionSet,
                _ => null,
            };
            if (nested is not null)
            {
                Find(nested, names);
            }
        }
    }
}
