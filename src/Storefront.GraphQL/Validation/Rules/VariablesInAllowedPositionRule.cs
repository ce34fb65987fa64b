using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Variables are used where their types fit (section 5.8.5); a field of a @oneOf object takes only a variable that cannot be null.</summary>
internal sealed class VariablesInAllowedPositionRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-All-Variable-Usages-Are-Allowed";

    /// <inheritdoc/>
    public override void LeaveOperation(OperationDefinitionNode node)
    {
        if (node.VariableDefinitions.Count == 0)
        {
            return;
        }

        var definitions = new Dictionary<string, (VariableDefinitionNode Node, IType? Type)>(StringComparer.Ordinal);
        foreach (var definition in node.VariableDefinitions)
        {
            definitions[definition.Variable.Name.Value] = (definition, Context.ResolveType(definition.Type));
        }

        foreach (var usage in Context.Fragments.VariablesUsedBy(node))
        {
            if (usage.Type is not null && definitions.TryGetValue(usage.Node.Name.Value, out var variable) && variable.Type is not null)
            {
                Check(usage, usage.Type, variable.Node, variable.Type);
            }
        }
    }

    private void Check(VariableUsage usage, IType expected, VariableDefinitionNode definition, IType type)
    {
        var name = definition.Variable.Name.Value;
        if (!IsAllowed(usage, expected, definition, type))
        {
            Report($"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".", definition, usage.Node);
        }

        if (usage.InputObject is { IsOneOf: true } input && !type.IsNonNull)
        {
            Report(
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{input}\".",
                definition,
                usage.Node);
        }
    }

    private bool IsAllowed(VariableUsage usage, IType expected, VariableDefinitionNode definition, IType type)
    {
        if (!expected.IsNonNull || type.IsNonNull)
        {
            return Context.Schema!.IsSubType(type, expected);
        }

        // A default stands in for the null that the type of the place excludes.
        var hasDefault = definition.DefaultValue is not (null or NullValueNode) || usage.DefaultValue is not null;
        return hasDefault && Context.Schema!.IsSubType(type, expected.Nullable);
    }
}
