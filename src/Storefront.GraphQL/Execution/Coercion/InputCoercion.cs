using System.Text.Json;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution.Coercion;

/// <summary>
/// Input coercion of literals and of JSON (sections 3.5 to 3.12). Coerced values are leaves' runtime values,
/// <c>List&lt;object?&gt;</c> and <c>Dictionary&lt;string, object?&gt;</c> in which absent fields are absent.
/// </summary>
internal static class InputCoercion
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

    // The path says where in the variable's value this JSON stands; null at its top.
    public static bool TryCoerceJson(IType type, JsonElement json, JsonPath? path, List<InputProblem> problems, out object? value)
    {
        value = null;
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return !type.IsNonNull || Fail(problems, path, json, $"Expected non-nullable type \"{type}\" not to be null.");
        }

        switch (type.Nullable)
        {
            case ListType list:
                return TryCoerceList(list, json, path, problems, out value);
            case InputObjectType inputObject:
                return TryCoerceObject(inputObject, json, path, problems, out value);
            case EnumType enumType:
                if (json.ValueKind != JsonValueKind.String)
                {
                    return Fail(problems, path, json, $"Enum \"{enumType}\" cannot represent non-string value: {ErrorHelper.Inspect(json)}.");
                }

                var name = json.GetString()!;
                value = enumType.Values.TryGet(name, out var enumValue) ? enumValue.RuntimeValue : null;
                return enumValue is not null || Fail(problems, path, json, $"Value \"{name}\" does not exist in \"{enumType}\" enum.");
            case ScalarType scalar:
                return scalar.TryParseValue(json, out value, out var problem) || Fail(problems, path, json, problem!);
            default:
                throw new InvalidOperationException($"{type} is not an input type.");
        }
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

    private static bool TryCoerceList(ListType list, JsonElement json, JsonPath? path, List<InputProblem> problems, out object? value)
    {
        var items = new List<object?>();
        value = items;
        if (json.ValueKind != JsonValueKind.Array)
        {
            var succeeded = TryCoerceJson(list.ElementType, json, path, problems, out var single);
            items.Add(single);
            return succeeded;
        }

        var index = 0;
        var isValid = true;
        foreach (var item in json.EnumerateArray())
        {
            isValid &= TryCoerceJson(list.ElementType, item, new JsonPath(path, null, index++), problems, out var coerced);
            items.Add(coerced);
            if (problems.Count > VariableCoercion.MaxErrors)
            {
                return false;
            }
        }

        return isValid;
    }

    private static bool TryCoerceObject(InputObjectType type, JsonElement json, JsonPath? path, List<InputProblem> problems, out object? value)
    {
        value = null;
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Fail(problems, path, json, $"Expected type \"{type}\" to be an object.");
        }

        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        var isValid = true;
        foreach (var definition in type.Fields)
        {
            if (json.TryGetProperty(definition.Name, out var property))
            {
                isValid &= TryCoerceJson(definition.Type, property, new JsonPath(path, definition.Name, 0), problems, out var coerced);
                fields.Add(definition.Name, coerced);
            }
            else if (definition.DefaultValue is not null)
            {
                fields.Add(definition.Name, CoerceDefault(definition));
            }
            else if (definition.Type.IsNonNull)
            {
                isValid = Fail(problems, path, json, $"Field \"{definition.Name}\" of required type \"{definition.Type}\" was not provided.");
            }
        }

        foreach (var property in json.EnumerateObject())
        {
            if (!type.Fields.Contains(property.Name))
            {
                isValid = Fail(problems, path, json, $"Field \"{property.Name}\" is not defined by type \"{type}\".");
                if (problems.Count > VariableCoercion.MaxErrors)
                {
                    return false;
                }
            }
        }

        if (type.IsOneOf)
        {
            if (fields.Count != 1)
            {
                isValid = Fail(problems, path, json, $"Exactly one key must be specified for OneOf type \"{type}\".");
            }
            else if (isValid && fields.Single() is { Value: null } only)
            {
                isValid = Fail(problems, new JsonPath(path, only.Key, 0), json, $"Field \"{only.Key}\" must be non-null.");
            }
        }

        value = fields;
        return isValid;
    }

    private static bool Fail(out string? problem, string message)
    {
        problem = message;
        return false;
    }

    private static bool Fail(List<InputProblem> problems, JsonPath? path, JsonElement json, string message)
    {
        problems.Add(new InputProblem(path, json, message));
        return false;
    }
}

/// <summary>A place inside a variable's value.</summary>
internal sealed record JsonPath(JsonPath? Parent, string? Name, int Index)
{
    /// <summary>As in graphql-js's messages: <c>.filter.ids[0]</c>.</summary>
    public override string ToString() => Parent + (Name is null ? $"[{Index}]" : $".{Name}");
}

/// <summary>Why a part of a variable's value does not fit.</summary>
internal sealed record InputProblem(JsonPath? Path, JsonElement Value, string Message);
