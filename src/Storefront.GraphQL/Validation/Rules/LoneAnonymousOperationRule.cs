using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>An operation without a name is the document's only one (section 5.2.3.1).</summary>
internal sealed class LoneAnonymousOperationRule(ValidationContext context) : ValidationRule(context)
{
    private readonly int operations = context.Document.Definitions.Count(definition => definition is OperationDefinitionNode);

    /// <inheritdoc/>
    public override string Section => "sec-Lone-Anonymous-Operation";

    /// <inheritdoc/>
    public override void EnterOperation(OperationDefinitionNode node)
    {
        if (node.Name is null && operations > 1)
        {
            Report("This anonymous operation must be the only defined operation.", node);
        }
    }
}
