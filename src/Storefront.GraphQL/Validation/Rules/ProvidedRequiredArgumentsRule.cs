using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Required arguments of fields and directives are given (section 5.4.2.1).</summary>
internal sealed class ProvidedRequiredArgumentsRule(ValidationContext context) : ProvidedRequiredArgumentsOnDirectivesRule(context)
{
    /// <inheritdoc/>
    public override void LeaveField(FieldNode node)
    {
        if (Types.Field is not { Arguments.Count: > 0 } field)
        {
            return;
        }

        foreach (var argument in field.Arguments)
        {
            if (argument.IsRequired && !node.Arguments.Any(given => given.Name.Value == argument.Name))
            {
                Report(
                    $"Field \"{field.Name}\" argument \"{argument.Name}\" of type \"{argument.Type}\" is required, but it was not provided.",
                    node);
            }
        }
    }
}
