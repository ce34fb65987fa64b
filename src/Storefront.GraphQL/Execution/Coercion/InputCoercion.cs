using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution.Coercion;

/// <summary>
/// Input coercion of literals and of JSON (sections 3.5 to 3.12). Coerced values are leaves' runtime values,
/// <c>List&lt;object?&gt;</c> and <c>Dictionary&lt;string, object?&gt;</c> in which absent fields are absent.
/// </summary>
internal static partial class InputCoercion
{
    /// <summary>A definition's default; the schema's validation has made sure that it fits.</summary>
    public static object? CoerceDefault(InputValue definition) =>
        TryCoerceLiteral(definition.Type, definition.DefaultValue!, null, out var value, out var problem)
            ? value
            : throw new InvalidOperationException($"The default of {definition.Name} does not fit {definition.Type}: {problem}");

    public static bool TryCoerceLiteral(IType type, ValueNode node, IReadOnlyDictionary<string, object?>? variables, out object? value, out string? problem)
    {
        value = null;
        problem = null;
        if (node is VariableNode variable)
        {
            // Only inside a list or an input object: a whole argument's variable is handled by its caller.
            var isGiven = variables is not null && variables.TryGetValue(variable.Name.Value, out value);
            return !type.IsNonNull || (isGiven && value is not null) || Fail(out problem, $"Expected value of non-null type \"{type}\" not to be null.");
        }

        if (type.IsNonNull)
        {
            return node is NullValueNode
                ? Fail(out problem, $"Expected value of type \"{type}\", found null.")
                : TryCoerceLiteral(type.Nullable, node, variables, out value, out problem);
        }

        if (node is NullValueNode)
        {
            return true;
        }

        return type switch
        {
            ListType list => TryCoerceList(list, node, variables, out value, out problem),
            InputObjectType inputObject => TryCoerceObject(inputObject, node, variables, out value, out problem),
            EnumType enumType => TryCoerceEnum(enumType, node, out value, out problem),
            ScalarType scalar => scalar.TryParseLiteral(node, variables, out value, out problem),
            _ => throw new InvalidOperationException($"{type} is not an input type."),
        };
    }

    private static bool TryCoerceList(ListType list, ValueNode node, IReadOnlyDictionary<string, object?>? variables, out object? value, out string? problem)
    {
        // A single value stands for a list of one (section 3.11).
        IReadOnlyList<ValueNode> nodes = node is ListValueNode literal ? literal.Values : [node];
        var items = new List<object?>(nodes.Count);
        value = items;
        problem = null;
        foreach (var item in nodes)
        {
            if (!TryCoerceLiteral(list.ElementType, item, variables, out var coerced, out problem))
            {
                return false;
            }

            items.Add(coerced);
        }

        return true;
    }

    private static bool TryCoerceObject(
        InputObjectType type,
        ValueNode node,
        IReadOnlyDictionary<string, object?>? variables,
        out object? value,
        out string? problem)
    {
        value = null;
        problem = null;
        if (node is not ObjectValueNode literal)
        {
            return Fail(out problem, $"Expected value of type \"{type}\".");
        }

        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var definition in type.Fields)
        {
            var field = literal.Fields.FirstOrDefault(candidate => candidate.Name.Value == definition.Name);
            var isAbsent = field is null
                || (field.Value is VariableNode variable && !(variables?.ContainsKey(variable.Name.Value) ?? false));
            if (isAbsent)
            {
                if (definition.DefaultValue is not null)
                {
                    fields.Add(definition.Name, CoerceDefault(definition));
                }
                else if (definition.Type.IsNonNull)
                {
                    return Fail(out problem, $"Field \"{type}.{definition.Name}\" of required type \"{definition.Type}\" was not provided.");
                }

                continue;
            }

            if (!TryCoerceLiteral(definition.Type, field!.Value, variables, out var coerced, out problem))
            {
                return false;
            }

            fields.Add(definition.Name, coerced);
        }

        value = fields;
        return !type.IsOneOf || (literal.Fields.Count == 1 && fields.Count == 1 && fields.Values.First() is not null)
            || Fail(out problem, $"Exactly one key must be specified for OneOf type \"{type}\", and it must not be null.");
    }

    private static bool TryCoerceEnum(EnumType type, ValueNode node, out object? value, out string? problem)
    {
        value = node is EnumValueNode name && type.Values.TryGet(name.Value, out var enumValue) ? enumValue.RuntimeValue : null;
        problem = null;
        return value is not null || Fail(out problem, $"Value does not exist in \"{type}\" enum.");
    }

    private static bool Fail(out string? problem, string message)
    {
        problem = message;
        return false;
    }
}
