using System.Globalization;
using System.Text.Json;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types;

/// <summary>Turns literals and JSON into plain C# values, for scalars that carry anything (section 2.9).</summary>
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
        ObjectValueNode fields => ToDictionary(fields.Fields.Select(field => KeyValuePair.Create(field.Name.Value, ToObject(field.Value, variables)))),
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
        JsonValueKind.Object => ToDictionary(json.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, ToObject(property.Value)))),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
    };

    // Of a key given twice the last counts, as JSON's readers do; that literals have none is for validation to say (section 5.6.3).
    private static Dictionary<string, object?> ToDictionary(IEnumerable<KeyValuePair<string, object?>> entries)
    {
        var dictionary = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in entries)
        {
            dictionary[key] = value;
        }

        return dictionary;
    }
}
