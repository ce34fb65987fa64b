using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Arguments given to directives are defined (section 5.4.1).</summary>
internal class KnownArgumentNamesOnDirectivesRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Argument-Names";

    /// <inheritdoc/>
    public override void EnterDirective(DirectiveNode node, string location)
    {
        if (node.Arguments.Count == 0 || Context.Directives.Find(node.Name.Value) is not { } directive)
        {
            return;
        }

        foreach (var argument in node.Arguments)
        {
            var name = argument.Name.Value;
            if (!directive.Arguments.Any(known => known.Name == name))
            {
                var suggestion = Context.Suggest(name, directive.Arguments.Select(known => known.Name));
                Report($"Unknown argument \"{name}\" on directive \"@{node.Name.Value}\".{suggestion}", argument);
            }
        }
    }
}
