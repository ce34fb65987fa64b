using System.Globalization;
using System.Text.Json;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types;

/// <summary>Turns literals and JSON into plain C# values, for scalars that carry anything.</summary>
public static class ValueNodeConverter
{
    /// <summary>Null, bool, string, long, double, <c>List&lt;object?&gt;</c> or <c>Dictionary&lt;string, object?&gt;</c>.</summary>
    public static object? ToObject(ValueNode node, IReadOnlyDictionary<string, object?>? variables) => node switch
    {
        NullValueNode => null,
        BooleanValueNode boolean => boolean.Value,
        StringValueNode text => text.Value,
        EnumValueNode name => name.Value,
        IntValueNode number => long.TryParse(number.Value, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : double.Parse(number.Value, CultureInfo.InvariantCulture),
        FloatValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
        ListValueNode list => list.Values.Select(item => ToObject(item, variables)).ToList(),
        ObjectValueNode fields => fields.Fields.ToDictionary(field => field.Name.Value, field => ToObject(field.Value, variables)),
        VariableNode variable => variables?.GetValueOrDefault(variable.Name.Value),
        _ => throw new ArgumentException($"{node.Kind} is not a value.", nameof(node)),
    };

    /// <summary>Null, bool, string, long, double, <c>List&lt;object?&gt;</c> or <c>Dictionary&lt;string, object?&gt;</c>.</summary>
    public static object? ToObject(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? whole : json.GetDouble(),
        JsonValueKind.Array => json.EnumerateArray().Select(ToObject).ToList(),
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(property => property.Name, property => ToObject(property.Value)),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
    };
}
