using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Variables of one operation have different names (section 5.8.1).</summary>
internal sealed class UniqueVariableNamesRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Variable-Uniqueness";

    /// <inheritdoc/>
    public override void EnterOperation(OperationDefinitionNode node)
    {
        foreach (var names in Duplicates.Find(node.VariableDefinitions, static variable => variable.Variable.Name))
        {
            Report($"There can be only one variable named \"${names[0].Value}\".", names);
        }
    }
}
