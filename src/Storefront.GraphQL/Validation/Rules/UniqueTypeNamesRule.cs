using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Types have different names (section 3.3).</summary>
internal sealed class UniqueTypeNamesRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Schema";

    /// <inheritdoc/>
    public override void EnterDocument(DocumentNode node)
    {
        var defined = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var name in node.Definitions.OfType<TypeDefinitionNode>().Where(type => !type.IsExtension).Select(type => type.Name))
        {
            if (Context.Schema?.TryGetType(name.Value, out _) == true)
            {
                Report($"Type \"{name.Value}\" already exists in the schema. It cannot also be defined in this type definition.", name);
            }
            else if (!defined.TryAdd(name.Value, name))
            {
                Report($"There can be only one type named \"{name.Value}\".", defined[name.Value], name);
            }
        }
    }
}
