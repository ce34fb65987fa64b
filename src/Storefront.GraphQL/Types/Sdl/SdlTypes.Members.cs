using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Sdl;

/// <content>Members of types, and what directives say of them.</content>
internal sealed partial class SdlTypes
{
    private void AddInterfaces(ComplexType type, IReadOnlyList<NamedTypeNode> names)
    {
        foreach (var name in names)
        {
            if (byName[name.Name.Value] is InterfaceType contract)
            {
                type.Interfaces.Add(contract);
            }
            else
            {
                errors.Report($"Type {type} must only implement Interface types, it cannot implement {name.Name.Value}.", name);
            }
        }
    }

    private void AddFields(ComplexType type, IReadOnlyList<FieldDefinitionNode> fields)
    {
        foreach (var node in fields)
        {
            var field = new OutputField(node.Name.Value, Resolve(node.Type))
            {
                Description = node.Description?.Value,
                DeprecationReason = DeprecationReason(node.Directives),
                SyntaxNode = node,
            };
            field.Directives.AddRange(WithoutDeprecated(node.Directives));
            foreach (var argument in node.Arguments)
            {
                field.Arguments.Add(CreateInput(argument));
            }

            type.Fields.Add(field);
        }
    }

    private void AddMembers(UnionType union, IReadOnlyList<NamedTypeNode> names)
    {
        foreach (var name in names)
        {
            if (byName[name.Name.Value] is ObjectType member)
            {
                union.Types.Add(member);
            }
            else
            {
                errors.Report($"Union type {union} can only include Object types, it cannot include {name.Name.Value}.", name);
            }
        }
    }

    private void AddValues(EnumType type, IReadOnlyList<EnumValueDefinitionNode> values)
    {
        foreach (var node in values)
        {
            var value = new EnumValue(node.Name.Value, node.Name.Value)
            {
                Description = node.Description?.Value,
                DeprecationReason = DeprecationReason(node.Directives),
                SyntaxNode = node,
            };
            value.Directives.AddRange(WithoutDeprecated(node.Directives));
            type.Values.Add(value);
        }
    }

    private DirectiveType CreateDirective(DirectiveDefinitionNode node)
    {
        var directive = new DirectiveType(node.Name.Value)
        {
            Description = node.Description?.Value,
            IsRepeatable = node.IsRepeatable,
            SyntaxNode = node,
        };
        directive.Locations.AddRange(node.Locations.Select(location => location.Value));
        foreach (var argument in node.Arguments)
        {
            directive.Arguments.Add(CreateInput(argument));
        }

        return directive;
    }

    private InputValue CreateInput(InputValueDefinitionNode node)
    {
        var input = new InputValue(node.Name.Value, Resolve(node.Type))
        {
            Description = node.Description?.Value,
            DefaultValue = node.DefaultValue,
            DeprecationReason = DeprecationReason(node.Directives),
            SyntaxNode = node,
        };
        input.Directives.AddRange(WithoutDeprecated(node.Directives));
        return input;
    }

    private static IEnumerable<DirectiveNode> WithoutDeprecated(IReadOnlyList<DirectiveNode> directives) =>
        directives.Where(directive => directive.Name.Value != "deprecated");

    private string? DeprecationReason(IReadOnlyList<DirectiveNode> directives) =>
        directives.Any(directive => directive.Name.Value == "deprecated")
            ? StringArgument(directives, "deprecated", "reason") ?? SpecifiedDirectives.DefaultDeprecationReason
            : null;

    // Of the arguments of directives, these are the ones that make a difference here.
    private string? StringArgument(IReadOnlyList<DirectiveNode> directives, string directive, string argument)
    {
        var value = directives.FirstOrDefault(node => node.Name.Value == directive)?.Arguments.FirstOrDefault(node => node.Name.Value == argument)?.Value;
        if (value is not (null or StringValueNode))
        {
            errors.Report($"Argument \"@{directive}({argument}:)\" of type \"String!\" has invalid value {ValuePrinter.Print(value)}.", value);
        }

        return (value as StringValueNode)?.Value;
    }
}
