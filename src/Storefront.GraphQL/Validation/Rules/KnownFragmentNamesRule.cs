using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Fragments that are spread are defined (section 5.5.2.1).</summary>
internal sealed class KnownFragmentNamesRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Fragment-Spread-Target-Defined";

    /// <inheritdoc/>
    public override void EnterFragmentSpread(FragmentSpreadNode node)
    {
        if (!Context.Fragments.TryGet(node.Name.Value, out _))
        {
            Report($"Unknown fragment \"{node.Name.Value}\".", node.Name);
        }
    }
}
