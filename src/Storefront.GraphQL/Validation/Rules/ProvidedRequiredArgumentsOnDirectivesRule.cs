using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Required arguments of directives are given (section 5.4.2.1).</summary>
internal class ProvidedRequiredArgumentsOnDirectivesRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Required-Arguments";

    /// <inheritdoc/>
    public override void LeaveDirective(DirectiveNode node)
    {
        foreach (var argument in Context.Directives.Find(node.Name.Value)?.Arguments ?? [])
        {
            if (argument.IsRequired && !node.Arguments.Any(given => given.Name.Value == argument.Name))
            {
                Report(
                    $"Directive \"@{node.Name.Value}\" argument \"{argument.Name}\" of type \"{argument.Type}\" is required, but it was not provided.",
                    node);
            }
        }
    }
}
