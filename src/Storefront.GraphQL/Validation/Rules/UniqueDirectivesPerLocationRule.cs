using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>A directive that is not repeatable stands once at a place (section 5.7.3); a type's definition and its extensions are one place.</summary>
internal sealed class UniqueDirectivesPerLocationRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, Dictionary<string, DirectiveNode>> seenOnTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveNode> seenOnSchema = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Section => "sec-Directives-Are-Unique-per-Location";

    /// <inheritdoc/>
    public override void EnterDirectives(IReadOnlyList<DirectiveNode> nodes, SyntaxNode parent)
    {
        var seen = parent switch
        {
            SchemaDefinitionNode => seenOnSchema,
            TypeDefinitionNode type => SeenOn(type.Name.Value),
            _ => nodes.Count > 1 ? new Dictionary<string, DirectiveNode>(StringComparer.Ordinal) : null,
        };
        foreach (var node in seen is null ? [] : nodes)
        {
            var name = node.Name.Value;
            if (Context.Directives.Find(name) is { IsRepeatable: false } && !seen!.TryAdd(name, node))
            {
                Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], node);
            }
        }
    }

    private Dictionary<string, DirectiveNode> SeenOn(string type)
    {
        if (!seenOnTypes.TryGetValue(type, out var seen))
        {
            seenOnTypes[type] = seen = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
        }

        return seen;
    }
}
