using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Directives have different names (section 3.3).</summary>
internal sealed class UniqueDirectiveNamesRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Schema";

    /// <inheritdoc/>
    public override void EnterDocument(DocumentNode node)
    {
        var defined = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var name in node.Definitions.OfType<DirectiveDefinitionNode>().Select(directive => directive.Name))
        {
            if (Context.Schema?.TryGetDirective(name.Value, out _) == true)
            {
                Report($"Directive \"@{name.Value}\" already exists in the schema. It cannot be redefined.", name);
            }
            else if (!defined.TryAdd(name.Value, name))
            {
                Report($"There can be only one directive named \"@{name.Value}\".", defined[name.Value], name);
            }
        }
    }
}
