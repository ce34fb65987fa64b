using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Variables that an operation defines are used, by itself or in its fragments (section 5.8.4).</summary>
internal sealed class NoUnusedVariablesRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-All-Variables-Used";

    /// <inheritdoc/>
    public override void LeaveOperation(OperationDefinitionNode node)
    {
        if (node.VariableDefinitions.Count == 0)
        {
            return;
        }

        var used = Context.Fragments.VariablesUsedBy(node).Select(usage => usage.Node.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var variable in node.VariableDefinitions)
        {
            var name = variable.Variable.Name.Value;
            if (!used.Contains(name))
            {
                var operation = node.Name is null ? string.Empty : $" in operation \"{node.Name.Value}\"";
                Report($"Variable \"${name}\" is never used{operation}.", variable);
            }
        }
    }
}
