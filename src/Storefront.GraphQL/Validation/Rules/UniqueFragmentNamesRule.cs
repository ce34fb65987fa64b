using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Fragments of one document have different names (section 5.5.1.1).</summary>
internal sealed class UniqueFragmentNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, NameNode> names = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Section => "sec-Fragment-Name-Uniqueness";

    /// <inheritdoc/>
    public override void EnterFragmentDefinition(FragmentDefinitionNode node)
    {
        if (!names.TryAdd(node.Name.Value, node.Name))
        {
            Report($"There can be only one fragment named \"{node.Name.Value}\".", names[node.Name.Value], node.Name);
        }
    }
}
