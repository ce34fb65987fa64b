using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Validation;

/// <content>Definitions and extensions of a type system.</content>
internal sealed partial class DocumentWalker
{
    private void WalkTypeSystem(DefinitionNode item)
    {
        switch (item)
        {
            case SchemaDefinitionNode node:
                WalkDirectives(node.Directives, node, DirectiveLocation.Schema);
                foreach (var operationType in node.OperationTypes)
                {
                    WalkType(operationType.Type);
                }

                break;
            case ScalarTypeDefinitionNode node:
                WalkDirectives(node.Directives, node, DirectiveLocation.Scalar);
                break;
            case ObjectTypeDefinitionNode node:
                WalkTypes(node.Interfaces);
                WalkDirectives(node.Directives, node, DirectiveLocation.Object);
                WalkFieldDefinitions(node.Fields);
                break;
            case InterfaceTypeDefinitionNode node:
                WalkTypes(node.Interfaces);
                WalkDirectives(node.Directives, node, DirectiveLocation.Interface);
                WalkFieldDefinitions(node.Fields);
                break;
            case UnionTypeDefinitionNode node:
                WalkDirectives(node.Directives, node, DirectiveLocation.Union);
                WalkTypes(node.Types);
                break;
            case EnumTypeDefinitionNode node:
                WalkDirectives(node.Directives, node, DirectiveLocation.Enum);
                foreach (var value in node.Values)
                {
                    WalkDirectives(value.Directives, value, DirectiveLocation.EnumValue);
                }

                break;
            case InputObjectTypeDefinitionNode node:
                WalkDirectives(node.Directives, node, DirectiveLocation.InputObject);
                WalkInputValues(node.Fields, DirectiveLocation.InputFieldDefinition);
                break;
            case DirectiveDefinitionNode node:
                WalkInputValues(node.Arguments, DirectiveLocation.ArgumentDefinition);
                break;
        }
    }

    private void WalkTypes(IReadOnlyList<NamedTypeNode> nodes)
    {
        foreach (var node in nodes)
        {
            WalkType(node);
        }
    }

    private void WalkFieldDefinitions(IReadOnlyList<FieldDefinitionNode> nodes)
    {
        foreach (var node in nodes)
        {
            WalkInputValues(node.Arguments, DirectiveLocation.ArgumentDefinition);
            WalkType(node.Type);
            WalkDirectives(node.Directives, node, DirectiveLocation.FieldDefinition);
        }
    }

    private void WalkInputValues(IReadOnlyList<InputValueDefinitionNode> nodes, string location)
    {
        foreach (var node in nodes)
        {
            WalkType(node.Type);
            if (node.DefaultValue is not null)
            {
                WalkValue(node.DefaultValue);
            }

            WalkDirectives(node.Directives, node, location);
        }
    }
}
