using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Fragments apply to types that have fields or members (section 5.5.1.3).</summary>
internal sealed class FragmentsOnCompositeTypesRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Fragments-on-Object-Interface-or-Union-Types";

    /// <inheritdoc/>
    public override void EnterInlineFragment(InlineFragmentNode node)
    {
        if (node.TypeCondition is not null && Context.ResolveType(node.TypeCondition) is { NamedType.IsComposite: false } type)
        {
            Report($"Fragment cannot condition on non composite type \"{type}\".", node.TypeCondition);
        }
    }

    /// <inheritdoc/>
    public override void EnterFragmentDefinition(FragmentDefinitionNode node)
    {
        if (Context.ResolveType(node.TypeCondition) is { NamedType.IsComposite: false } type)
        {
            Report($"Fragment \"{node.Name.Value}\" cannot condition on non composite type \"{type}\".", node.TypeCondition);
        }
    }
}
