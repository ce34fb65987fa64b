using System.Text.Json;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution.Coercion;

/// <content>Values of variables, which come as JSON; everything that is wrong with them is collected.</content>
internal static partial class InputCoercion
{
    /// <summary>Coerces a variable's value; the path says where in it this JSON stands, null at its top.</summary>
    public static bool TryCoerceJson(IType type, JsonElement json, JsonPath? path, InputProblems problems, out object? value)
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
                    return Fail(problems, path, json, $"Enum \"{enumType}\" cannot represent non-string value: {ValuePrinter.Inspect(json)}.{SuggestValues(problems, enumType, ValuePrinter.Inspect(json))}");
                }

                var name = json.GetString()!;
                value = enumType.Values.TryGet(name, out var enumValue) ? enumValue.RuntimeValue : null;
                return enumValue is not null || Fail(problems, path, json, $"Value \"{name}\" does not exist in \"{enumType}\" enum.{SuggestValues(problems, enumType, name)}");
            case ScalarType scalar:
                return scalar.TryParseValue(json, out value, out var problem) || Fail(problems, path, json, problem!);
            default:
                throw new InvalidOperationException($"{type} is not an input type.");
        }
    }

    private static bool TryCoerceList(ListType list, JsonElement json, JsonPath? path, InputProblems problems, out object? value)
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

    private static bool TryCoerceObject(InputObjectType type, JsonElement json, JsonPath? path, InputProblems problems, out object? value)
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
                isValid = Fail(problems, path, json, $"Field \"{property.Name}\" is not defined by type \"{type}\".{problems.Suggest(property.Name, type.Fields.Select(field => field.Name))}");
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

            if (fields.FirstOrDefault() is { Key: { } key, Value: null } && json.GetProperty(key).ValueKind == JsonValueKind.Null)
            {
                isValid = Fail(problems, new JsonPath(path, key, 0), json.GetProperty(key), $"Field \"{key}\" must be non-null.");
            }
        }

        value = fields;
        return isValid;
    }

    private static bool Fail(InputProblems problems, JsonPath? path, JsonElement json, string message)
    {
        problems.Add(new InputProblem(path, json, message));
        return false;
    }

    private static string SuggestValues(InputProblems problems, EnumType type, string given) =>
        problems.Suggest(given, type.Values.Select(value => value.Name), "the enum value ");
}
