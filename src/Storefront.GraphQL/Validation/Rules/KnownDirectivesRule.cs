using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Directives exist and stand where they may (sections 5.7.1 and 5.7.2).</summary>
internal sealed class KnownDirectivesRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Directives-Are-Defined";

    /// <inheritdoc/>
    public override void EnterDirective(DirectiveNode node, string location)
    {
        var directive = Context.Directives.Find(node.Name.Value);
        if (directive is null)
        {
            Report($"Unknown directive \"@{node.Name.Value}\".", node);
        }
        else if (!directive.Locations.Contains(location))
        {
            Report($"Directive \"@{node.Name.Value}\" may not be used on {location}.", node);
        }
    }
}
