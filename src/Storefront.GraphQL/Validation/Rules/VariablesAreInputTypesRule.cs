using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Variables are of types that a client can give (section 5.8.2).</summary>
internal sealed class VariablesAreInputTypesRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Variables-Are-Input-Types";

    /// <inheritdoc/>
    public override void EnterVariableDefinition(VariableDefinitionNode node)
    {
        if (Context.ResolveType(node.Type) is { NamedType.IsInputType: false } type)
        {
            Report($"Variable \"${node.Variable.Name.Value}\" cannot be non-input type \"{type}\".", node.Type);
        }
    }
}
