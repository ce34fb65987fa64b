using System.Text.Json;

namespace Storefront.Tests.Support;

/// <summary>Compares an answer with its schema: required and unknown members, kinds, nulls and enumerated values.</summary>
internal sealed class ShapeCheck(JsonElement schemas)
{
    public IReadOnlyList<string> Check(JsonElement schema, JsonElement value)
    {
        var problems = new List<string>();
        Check(schema, value, "", problems);
        return problems;
    }

    private void Check(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        if (value.ValueKind == JsonValueKind.Null && schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean())
        {
            return;
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(schemas.GetProperty(reference.GetString()!.Split('/')[^1]), value, at, problems);
        }
        else if (schema.TryGetProperty("anyOf", out var alternatives) || schema.TryGetProperty("oneOf", out alternatives))
        {
            problems.AddRange(alternatives.EnumerateArray().Select(alternative =>
            {
                var found = new List<string>();
                Check(alternative, value, at, found);
                return found;
            }).MinBy(found => found.Count)!);
        }
        else if (schema.TryGetProperty("enum", out var values))
        {
            if (!values.EnumerateArray().Any(allowed => allowed.ValueKind == value.ValueKind && allowed.ToString() == value.ToString()))
            {
                problems.Add($"{at}: {value.GetRawText()} is none of {values}");
            }
        }
        else if (schema.TryGetProperty("type", out var type))
        {
            CheckKind(type.GetString()!, schema, value, at, problems);
        }
    }

    private void CheckKind(string type, JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        var right = type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            _ => throw new InvalidOperationException($"The description has an unknown kind {type} at {at}."),
        };
        if (!right)
        {
            problems.Add($"{at}: {value.ValueKind} is sent where the description has {type}");
        }
        else if (type == "object")
        {
            CheckObject(schema, value, at, problems);
        }
        else if (type == "array")
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Check(schema.GetProperty("items"), item, $"{at}[{index++}]", problems);
            }
        }
    }

    private void CheckObject(JsonElement schema, JsonElement value, string at, List<string> problems)
    {
        var hasProperties = schema.TryGetProperty("properties", out var properties);
        var hasOthers = schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind != JsonValueKind.False;
        foreach (var member in value.EnumerateObject())
        {
            var place = at.Length == 0 ? member.Name : $"{at}.{member.Name}";
            if (hasProperties && properties.TryGetProperty(member.Name, out var property))
            {
                Check(property, member.Value, place, problems);
            }
            else if (!hasOthers)
            {
                problems.Add($"{place}: unknown member");
            }
            else if (others.ValueKind == JsonValueKind.Object)
            {
                Check(others, member.Value, place, problems);
            }
        }

        if (schema.TryGetProperty("required", out var required))
        {
            problems.AddRange(required.EnumerateArray().Select(name => name.GetString()!)
                .Where(name => !value.TryGetProperty(name, out _))
                .Select(name => $"{at}.{name}: required and missing"));
        }
    }
}
