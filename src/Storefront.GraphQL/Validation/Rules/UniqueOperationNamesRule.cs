using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Operations of one document have different names (section 5.2.2.1).</summary>
internal sealed class UniqueOperationNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> names = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Section => "sec-Operation-Name-Uniqueness";

    /// <inheritdoc/>
    public override void EnterOperation(OperationDefinitionNode node)
    {
        if (node.Name is { } name && !names.TryAdd(name.Value, name))
        {
            Report($"There can be only one operation named \"{name.Value}\".", names[name.Value], name);
        }
    }
}
