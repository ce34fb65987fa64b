using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution.Coercion;

/// <summary>CoerceArgumentValues (section 6.4.1).</summary>
internal static class ArgumentCoercion
{
    /// <summary>The arguments when none of them uses a variable; null when one does or when they are not valid, which a request then reports.</summary>
    public static ArgumentValues? TryCoerceConstants(OutputField field, FieldNode node)
    {
        if (field.Arguments.Count == 0)
        {
            return ArgumentValues.Empty;
        }

        return node.Arguments.Any(argument => UsesVariable(argument.Value)) || !TryCoerce(field.Arguments, node.Arguments, null, out var values, out _)
            ? null
            : values;
    }

    public static bool TryCoerce(
        FieldCollection<InputValue> definitions,
        IReadOnlyList<ArgumentNode> arguments,
        IReadOnlyDictionary<string, object?>? variables,
        out ArgumentValues values,
        out GraphQLError? error)
    {
        var coerced = new Dictionary<string, object?>(StringComparer.Ordinal);
        var converted = new Dictionary<string, object?>(StringComparer.Ordinal);
        values = new ArgumentValues(coerced, converted);
        error = null;
        foreach (var definition in definitions)
        {
            var argument = Find(arguments, definition.Name);
            var literal = argument?.Value;
            object? value = null;
            var isGiven = literal is not null;
            if (literal is VariableNode variable)
            {
                isGiven = variables is not null && variables.TryGetValue(variable.Name.Value, out value);
            }

            if (!isGiven)
            {
                if (definition.DefaultValue is not null)
                {
                    value = InputCoercion.CoerceDefault(definition);
                }
                else if (definition.Type.IsNonNull)
                {
                    error = ErrorHelper.RequiredArgumentMissing(definition, literal as VariableNode);
                    return false;
                }
                else
                {
                    continue;
                }
            }
            else if (literal is not VariableNode && !InputCoercion.TryCoerceLiteral(definition.Type, literal!, variables, out value, out _))
            {
                error = ErrorHelper.ArgumentInvalid(definition, literal!);
                return false;
            }

            if (value is null && definition.Type.IsNonNull)
            {
                error = ErrorHelper.ArgumentIsNull(definition, literal);
                return false;
            }

            coerced.Add(definition.Name, value);
            try
            {
                converted.Add(definition.Name, definition.Converter is null ? value : definition.Converter(value));
            }
            catch (GraphQLException exception)
            {
                error = exception.Errors[0];
                return false;
            }
        }

        return true;
    }

    private static ArgumentNode? Find(IReadOnlyList<ArgumentNode> arguments, string name)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            if (arguments[index].Name.Value == name)
            {
                return arguments[index];
            }
        }

        return null;
    }

    private static bool UsesVariable(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(UsesVariable),
        ObjectValueNode fields => fields.Fields.Any(field => UsesVariable(field.Value)),
        _ => false,
    };
}
