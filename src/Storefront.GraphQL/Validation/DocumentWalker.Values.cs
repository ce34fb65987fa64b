using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation;

/// <content>Directives, arguments, values and types.</content>
internal sealed partial class DocumentWalker
{
    /// <summary>Shows a rule all directives of a node together, right behind the node and before anything inside it.</summary>
    private static void EnterDirectives(ValidationRule rule, IReadOnlyList<DirectiveNode> nodes, SyntaxNode parent)
    {
        if (nodes.Count > 0)
        {
            rule.EnterDirectives(nodes, parent);
        }
    }

    private void WalkDirectives(IReadOnlyList<DirectiveNode> nodes, SyntaxNode parent, string location)
    {
        foreach (var rule in rules)
        {
            EnterDirectives(rule, nodes, parent);
        }

        WalkDirectives(nodes, location);
    }

    private void WalkDirectives(IReadOnlyList<DirectiveNode> nodes, string location)
    {
        foreach (var node in nodes)
        {
            types.Directive = schema is not null && schema.TryGetDirective(node.Name.Value, out var directive) ? directive : null;
            foreach (var rule in rules)
            {
                rule.EnterDirective(node, location);
            }

            WalkArguments(node.Arguments, types.Directive?.Arguments);
            foreach (var rule in rules)
            {
                rule.LeaveDirective(node);
            }
        }

        types.Directive = null;
    }

    private void WalkArguments(IReadOnlyList<ArgumentNode> nodes, FieldCollection<InputValue>? definitions)
    {
        foreach (var node in nodes)
        {
            types.Argument = definitions is not null && definitions.TryGet(node.Name.Value, out var argument) ? argument : null;
            types.InputType = types.Argument is { Type.NamedType.IsInputType: true } ? types.Argument.Type : null;
            types.DefaultValue = types.Argument?.DefaultValue;
            foreach (var rule in rules)
            {
                rule.EnterArgument(node);
            }

            WalkValue(node.Value);
        }

        (types.Argument, types.InputType, types.DefaultValue) = (null, null, null);
    }

    private void WalkValue(ValueNode node)
    {
        switch (node)
        {
            case ListValueNode list:
                WalkList(list);
                break;
            case ObjectValueNode fields:
                EnterValue(fields);
                foreach (var field in fields.Fields)
                {
                    WalkObjectField(field);
                }

                LeaveValue(fields);
                break;
            default:
                EnterValue(node);
                LeaveValue(node);
                break;
        }
    }

    private void WalkList(ListValueNode node)
    {
        var (outerParent, outerType, outerObject, outerDefault) = (types.ParentInputType, types.InputType, types.InputObject, types.DefaultValue);
        types.ParentInputType = outerType;
        types.InputType = outerType?.Nullable is ListType list ? list.ElementType : outerType?.Nullable;
        types.InputObject = null;
        types.DefaultValue = null;
        EnterValue(node);
        foreach (var value in node.Values)
        {
            WalkValue(value);
        }

        LeaveValue(node);
        (types.ParentInputType, types.InputType, types.InputObject, types.DefaultValue) = (outerParent, outerType, outerObject, outerDefault);
    }

    private void WalkObjectField(ObjectFieldNode node)
    {
        var (outerParent, outerType, outerObject, outerDefault) = (types.ParentInputType, types.InputType, types.InputObject, types.DefaultValue);
        var inputObject = outerType?.NamedType as InputObjectType;
        var field = inputObject is not null && inputObject.Fields.TryGet(node.Name.Value, out var known) ? known : null;
        types.ParentInputType = outerType;
        types.InputType = field is { Type.NamedType.IsInputType: true } ? field.Type : null;
        types.InputObject = inputObject;
        types.DefaultValue = field?.DefaultValue;
        foreach (var rule in rules)
        {
            rule.EnterObjectField(node);
        }

        WalkValue(node.Value);
        (types.ParentInputType, types.InputType, types.InputObject, types.DefaultValue) = (outerParent, outerType, outerObject, outerDefault);
    }

    private void EnterValue(ValueNode node)
    {
        foreach (var rule in rules)
        {
            rule.EnterValue(node);
        }
    }

    private void LeaveValue(ValueNode node)
    {
        foreach (var rule in rules)
        {
            rule.LeaveValue(node);
        }
    }

    private void WalkType(TypeNode node)
    {
        var named = node;
        while (named is not NamedTypeNode)
        {
            named = named is ListTypeNode list ? list.Type : ((NonNullTypeNode)named).Type;
        }

        foreach (var rule in rules)
        {
            rule.EnterNamedType((NamedTypeNode)named, definition!);
        }
    }
}
