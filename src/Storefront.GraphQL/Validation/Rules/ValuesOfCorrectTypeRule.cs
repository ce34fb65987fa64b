using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation.Rules;

/// <summary>Values fit the types of their places (section 5.6.1), names of input fields exist (5.6.2), required ones are given (5.6.4), and a @oneOf object has exactly one.</summary>
internal sealed class ValuesOfCorrectTypeRule(ValidationContext context) : ValidationRule(context)
{
    private ValueNode? refused;

    /// <inheritdoc/>
    public override string Section => "sec-Values-of-Correct-Type";

    /// <inheritdoc/>
    public override void EnterValue(ValueNode node)
    {
        if (refused is not null)
        {
            return;
        }

        switch (node)
        {
            case VariableNode:
                break;
            case NullValueNode when Types.InputType is { IsNonNull: true } type:
                Report($"Expected value of type \"{type}\", found null.", node);
                break;
            case NullValueNode:
                break;
            case ListValueNode when Types.ParentInputType?.Nullable is ListType:
                break;
            case ObjectValueNode fields when Types.InputType?.NamedType is InputObjectType type:
                CheckObject(fields, type);
                break;
            default:
                CheckLeaf(node);

                // What a wrong value contains has no types to be checked against.
                refused = node;
                break;
        }
    }

    /// <inheritdoc/>
    public override void LeaveValue(ValueNode node)
    {
        if (refused == node)
        {
            refused = null;
        }
    }

    /// <inheritdoc/>
    public override void EnterObjectField(ObjectFieldNode node)
    {
        if (refused is null && Types.InputType is null && Types.ParentInputType?.NamedType is InputObjectType type)
        {
            var suggestion = Context.Suggest(node.Name.Value, type.Fields.Select(field => field.Name));
            Report($"Field \"{node.Name.Value}\" is not defined by type \"{type}\".{suggestion}", node);
        }
    }

    private void CheckObject(ObjectValueNode node, InputObjectType type)
    {
        var given = node.Fields.Select(field => field.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            if (field.IsRequired && !given.Contains(field.Name))
            {
                Report($"Field \"{type}.{field.Name}\" of required type \"{field.Type}\" was not provided.", node);
            }
        }

        if (!type.IsOneOf)
        {
            return;
        }

        if (given.Count != 1)
        {
            Report($"OneOf Input Object \"{type}\" must specify exactly one key.", node);
        }
        else if (node.Fields[^1].Value is NullValueNode)
        {
            Report($"Field \"{type}.{node.Fields[0].Name.Value}\" must be non-null.", node);
        }
    }

    private void CheckLeaf(ValueNode node)
    {
        var error = Types.InputType is null ? null : LeafCoercion.FindError(node, Types.InputType, Context);
        if (error is not null)
        {
            Report(error, node);
        }
    }
}
