using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>A fragment's type and the type it is spread on have an object type in common (section 5.5.2.3).</summary>
internal sealed class PossibleFragmentSpreadsRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Fragment-Spread-Is-Possible";

    /// <inheritdoc/>
    public override void EnterInlineFragment(InlineFragmentNode node)
    {
        if (Types.OutputType is NamedType fragmentType && IsImpossible(fragmentType))
        {
            Report($"Fragment cannot be spread here as objects of type \"{Types.ParentType}\" can never be of type \"{fragmentType}\".", node);
        }
    }

    /// <inheritdoc/>
    public override void EnterFragmentSpread(FragmentSpreadNode node)
    {
        if (Context.Fragments.TryGet(node.Name.Value, out var fragment)
            && Context.ResolveType(fragment.TypeCondition) is NamedType fragmentType
            && IsImpossible(fragmentType))
        {
            Report(
                $"Fragment \"{node.Name.Value}\" cannot be spread here as objects of type \"{Types.ParentType}\" can never be of type \"{fragmentType}\".",
                node);
        }
    }

    private bool IsImpossible(NamedType fragmentType) =>
        fragmentType.IsComposite && Types.ParentType is { } parent && !Context.Schema!.DoTypesOverlap(fragmentType, parent);
}
