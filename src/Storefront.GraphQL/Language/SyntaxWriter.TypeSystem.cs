namespace Storefront.GraphQL.Language;

/// <content>Definitions and extensions of a type system.</content>
internal sealed partial class SyntaxWriter
{
    private void WriteTypeSystem(SyntaxNode node)
    {
        switch (node)
        {
            case SchemaDefinitionNode schema:
                WriteDescription(schema.Description);
                text.Append(schema.IsExtension ? "extend schema" : "schema");
                WriteDirectives(schema.Directives);
                WriteBlock(" {", schema.OperationTypes, '}');
                break;
            case OperationTypeDefinitionNode operationType:
                text.Append(NameOf(operationType.Operation)).Append(": ");
                WriteType(operationType.Type);
                break;
            case TypeDefinitionNode type:
                WriteTypeDefinition(type);
                break;
            case DirectiveDefinitionNode directive:
                WriteDirectiveDefinition(directive);
                break;
            case FieldDefinitionNode field:
                WriteDescription(field.Description);
                Write(field.Name);
                WriteArgumentDefinitions(field.Arguments);
                text.Append(": ");
                WriteType(field.Type);
                WriteDirectives(field.Directives);
                break;
            case InputValueDefinitionNode input:
                WriteDescription(input.Description);
                Write(input.Name);
                text.Append(": ");
                WriteType(input.Type);
                WriteDefault(input.DefaultValue);
                WriteDirectives(input.Directives);
                break;
            case EnumValueDefinitionNode value:
                WriteDescription(value.Description);
                Write(value.Name);
                WriteDirectives(value.Directives);
                break;
            default:
                throw new ArgumentException($"{node.Kind} is not known to the printer.", nameof(node));
        }
    }

    private void WriteTypeDefinition(TypeDefinitionNode type)
    {
        WriteDescription(type.Description);
        text.Append(type.IsExtension ? "extend " : string.Empty).Append(KeywordOf(type)).Append(' ');
        Write(type.Name);
        WriteList(" implements ", InterfacesOf(type), " & ", string.Empty);
        WriteDirectives(type.Directives);
        switch (type)
        {
            case UnionTypeDefinitionNode union:
                WriteList(" = ", union.Types, " | ", string.Empty);
                break;
            case EnumTypeDefinitionNode enumeration:
                WriteBlock(" {", enumeration.Values, '}');
                break;
            case InputObjectTypeDefinitionNode input:
                WriteBlock(" {", input.Fields, '}');
                break;
            case ObjectTypeDefinitionNode { Fields: var fields }:
                WriteBlock(" {", fields, '}');
                break;
            case InterfaceTypeDefinitionNode { Fields: var fields }:
                WriteBlock(" {", fields, '}');
                break;
        }
    }

    private static IReadOnlyList<NamedTypeNode> InterfacesOf(TypeDefinitionNode type) => type switch
    {
        ObjectTypeDefinitionNode definition => definition.Interfaces,
        InterfaceTypeDefinitionNode definition => definition.Interfaces,
        _ => [],
    };

    private static string KeywordOf(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "type",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        InputObjectTypeDefinitionNode => "input",
        _ => throw new ArgumentException($"{type.Kind} is no type definition.", nameof(type)),
    };

    private void WriteDirectiveDefinition(DirectiveDefinitionNode directive)
    {
        WriteDescription(directive.Description);
        text.Append("directive @");
        Write(directive.Name);
        WriteArgumentDefinitions(directive.Arguments);
        text.Append(directive.IsRepeatable ? " repeatable" : string.Empty);
        WriteList(" on ", directive.Locations, " | ", string.Empty);
    }

    private void WriteArgumentDefinitions(IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        if (SpansLines(arguments))
        {
            WriteBlock("(", arguments, ')');
        }
        else
        {
            WriteList("(", arguments, ", ", ")");
        }
    }

    /// <summary>Whether one of the nodes takes more than one line: it has a description or a block string of several lines.</summary>
    private static bool SpansLines(IReadOnlyList<SyntaxNode> nodes) =>
        nodes.Any(node => SyntaxPrinter.Print(node).Contains('\n', StringComparison.Ordinal));
}
