using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Arguments of one field or directive have different names (sections 3.6.1 and 3.13).</summary>
internal sealed class UniqueArgumentDefinitionNamesRule(ValidationContext context) : ValidationRule(context)
{
    /// <inheritdoc/>
    public override string Section => "sec-Field-Arguments";

    /// <inheritdoc/>
    public override void EnterDocument(DocumentNode node)
    {
        foreach (var definition in node.Definitions)
        {
            switch (definition)
            {
                case DirectiveDefinitionNode directive:
                    Check($"@{directive.Name.Value}", directive.Arguments);
                    break;
                case ObjectTypeDefinitionNode type:
                    Check(type.Name, type.Fields);
                    break;
                case InterfaceTypeDefinitionNode type:
                    Check(type.Name, type.Fields);
                    break;
            }
        }
    }

    private void Check(NameNode type, IReadOnlyList<FieldDefinitionNode> fields)
    {
        foreach (var field in fields)
        {
            Check($"{type.Value}.{field.Name.Value}", field.Arguments);
        }
    }

    private void Check(string owner, IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        foreach (var names in Duplicates.Find(arguments, static argument => argument.Name))
        {
            Report($"Argument \"{owner}({names[0].Value}:)\" can only be defined once.", names);
        }
    }
}
