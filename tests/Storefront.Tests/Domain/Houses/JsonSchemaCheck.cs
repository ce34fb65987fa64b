using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Storefront.Tests.Domain.Houses;

/// <summary>The part of JSON Schema 2020-12 that the handbooks' schema uses; a keyword beyond it fails the test.</summary>
internal sealed class JsonSchemaCheck(JsonObject root)
{
    private static readonly HashSet<string> Annotations = ["$schema", "$defs", "title", "description", "default"];

    /// <summary>What is wrong with the value, a line each with its place.</summary>
    public IEnumerable<string> Check(JsonNode? value) => Check(value, root, "");

    private IEnumerable<string> Check(JsonNode? value, JsonObject schema, string at) =>
        schema.Where(keyword => !Annotations.Contains(keyword.Key)).SelectMany(keyword => Check(value, schema, keyword.Key, keyword.Value!, at));

    private IEnumerable<string> Check(JsonNode? value, JsonObject schema, string keyword, JsonNode rule, string at) => keyword switch
    {
        "$ref" => Check(value, Definition(rule.GetValue<string>()), at),
        "type" => Fails(TypeOf(value) == rule.GetValue<string>() || (rule.GetValue<string>() == "number" && TypeOf(value) == "integer"), at, $"is no {rule}"),
        "enum" => Fails(rule.AsArray().Any(choice => JsonNode.DeepEquals(choice, value)), at, "is no choice"),
        "pattern" => Fails(value is not JsonValue || Regex.IsMatch($"{value}", rule.GetValue<string>()), at, "does not match"),
        "minimum" => Fails(value is not JsonValue || Number(value) >= Number(rule), at, "is too small"),
        "maximum" => Fails(value is not JsonValue || Number(value) <= Number(rule), at, "is too large"),
        "required" => rule.AsArray().Where(name => value is JsonObject map && !map.ContainsKey($"{name}")).Select(name => $"{at}/{name} is missing"),
        "dependentRequired" => rule.AsObject().Where(name => value is JsonObject map && map.ContainsKey(name.Key)).SelectMany(name => name.Value!.AsArray())
            .Where(name => !value!.AsObject().ContainsKey($"{name}")).Select(name => $"{at}/{name} is missing"),
        "properties" => Known(value, schema).SelectMany(property => rule[property.Key] is JsonObject known
            ? Check(property.Value, known, $"{at}/{property.Key}")
            : [$"{at}/{property.Key} is not for this one"]),
        "additionalProperties" => Others(value, schema).SelectMany(property => rule is JsonObject other
            ? Check(property.Value, other, $"{at}/{property.Key}")
            : [$"{at}/{property.Key} is unknown"]),
        "propertyNames" => (value as JsonObject ?? []).SelectMany(property => Check(JsonValue.Create(property.Key), rule.AsObject(), $"{at}/{property.Key}")),
        "minProperties" => Fails(value is not JsonObject map || map.Count >= Number(rule), at, "has too few properties"),
        "allOf" => rule.AsArray().SelectMany(part => Check(value, part!.AsObject(), at)),
        "if" => Check(value, rule.AsObject(), at).Any() ? [] : Check(value, schema["then"]!.AsObject(), at),
        "then" => [],
        "contains" => Fails(value is not JsonArray list || list.Any(item => !Check(item, rule.AsObject(), at).Any()), at, "has no item as asked for"),
        "maxItems" => Fails(value is not JsonArray list || list.Count <= Number(rule), at, "has too many items"),
        "items" => (value as JsonArray ?? []).SelectMany((item, index) => Check(item, rule.AsObject(), $"{at}/{index}")),
        "minItems" => Fails(value is not JsonArray list || list.Count >= Number(rule), at, "has too few items"),
        "uniqueItems" => Fails(value is not JsonArray list || list.Select(item => $"{item}").Distinct().Count() == list.Count, at, "has an item twice"),
        _ => throw new NotSupportedException($"The keyword '{keyword}' is not checked."),
    };

    private JsonObject Definition(string reference) => root["$defs"]![reference["#/$defs/".Length..]]!.AsObject();

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Known(JsonNode? value, JsonObject schema) =>
        (value as JsonObject ?? []).Where(property => schema["properties"]!.AsObject().ContainsKey(property.Key));

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Others(JsonNode? value, JsonObject schema) =>
        (value as JsonObject ?? []).Where(property => schema["properties"]?.AsObject().ContainsKey(property.Key) != true);

    private static IEnumerable<string> Fails(bool holds, string at, string what) => holds ? [] : [$"{at} {what}"];

    private static decimal Number(JsonNode node) =>
        decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => Number(value) == decimal.Truncate(Number(value)) ? "integer" : "number",
        _ => "null",
    };
}
