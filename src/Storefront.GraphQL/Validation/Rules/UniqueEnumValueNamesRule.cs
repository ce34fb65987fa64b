using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Values of one enum have different names, its extensions' included (section 3.9).</summary>
internal sealed class UniqueEnumValueNamesRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Enums";

    /// <inheritdoc/>
    public override void EnterDocument(DocumentNode node)
    {
        var members = new MemberNames();
        foreach (var definition in node.Definitions.OfType<EnumTypeDefinitionNode>())
        {
            var type = definition.Name.Value;
            var existing = Context.Schema?.TryGetType(type, out var known) == true ? known as EnumType : null;
            foreach (var name in definition.Values.Select(value => value.Name))
            {
                if (existing?.Values.Contains(name.Value) == true)
                {
                    Report($"Enum value \"{type}.{name.Value}\" already exists in the schema. It cannot also be defined in this type extension.", name);
                }
                else if (members.FindOrAdd(type, name) is { } first)
                {
                    Report($"Enum value \"{type}.{name.Value}\" can only be defined once.", first, name);
                }
            }
        }
    }
}
