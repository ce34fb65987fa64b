using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Variables that an operation uses, itself or through fragments, are defined by it (section 5.8.3).</summary>
internal sealed class NoUndefinedVariablesRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-All-Variable-Uses-Defined";

    /// <inheritdoc/>
    public override void LeaveOperation(OperationDefinitionNode node)
    {
        var usages = Context.Fragments.VariablesUsedBy(node);
        if (usages.Count == 0)
        {
            return;
        }

        var defined = node.VariableDefinitions.Select(variable => variable.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var usage in usages)
        {
            var name = usage.Node.Name.Value;
            if (!defined.Contains(name))
            {
                var operation = node.Name is null ? string.Empty : $" by operation \"{node.Name.Value}\"";
                Report($"Variable \"${name}\" is not defined{operation}.", usage.Node, node);
            }
        }
    }
}
