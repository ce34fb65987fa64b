using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Fields of one type have different names, its extensions' included (sections 3.6, 3.7 and 3.10).</summary>
internal sealed class UniqueFieldDefinitionNamesRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Objects";

    /// <inheritdoc/>
    public override void EnterDocument(DocumentNode node)
    {
        var members = new MemberNames();
        foreach (var definition in node.Definitions.OfType<TypeDefinitionNode>())
        {
            var type = definition.Name.Value;
            foreach (var name in FieldsOf(definition))
            {
                if (ExistsInSchema(type, name.Value))
                {
                    Report($"Field \"{type}.{name.Value}\" already exists in the schema. It cannot also be defined in this type extension.", name);
                }
                else if (members.FindOrAdd(type, name) is { } first)
                {
                    Report($"Field \"{type}.{name.Value}\" can only be defined once.", first, name);
                }
            }
        }
    }

    private static IEnumerable<NameNode> FieldsOf(TypeDefinitionNode definition) => definition switch
    {
        ObjectTypeDefinitionNode type => type.Fields.Select(field => field.Name),
        InterfaceTypeDefinitionNode type => type.Fields.Select(field => field.Name),
        InputObjectTypeDefinitionNode type => type.Fields.Select(field => field.Name),
        _ => [],
    };

    private bool ExistsInSchema(string type, string field) => Context.Schema?.TryGetType(type, out var known) == true && known switch
    {
        ComplexType complex => complex.Fields.Contains(field),
        InputObjectType input => input.Fields.Contains(field),
        _ => false,
    };
}
