using System.Globalization;
using System.Text.Json;

namespace Storefront.Tests.Support;

/// <summary>Compares what a request sends, in query and form, with the operation's parameters.</summary>
internal sealed class FormCheck(JsonElement schemas)
{
    public void CheckQuery(JsonElement operation, FormTree query, List<string> problems)
    {
        var parameters = operation.GetProperty("parameters").EnumerateArray()
            .Where(parameter => parameter.GetProperty("in").ValueEquals("query"))
            .ToDictionary(parameter => parameter.GetProperty("name").GetString()!, StringComparer.Ordinal);
        foreach (var (name, node) in query.Children)
        {
            if (parameters.TryGetValue(name, out var parameter))
            {
                Check(parameter.GetProperty("schema"), node, name, problems);
            }
            else
            {
                problems.Add($"{name}: unknown query parameter");
            }
        }

        problems.AddRange(parameters.Values
            .Where(parameter => parameter.GetProperty("required").GetBoolean())
            .Select(parameter => parameter.GetProperty("name").GetString()!)
            .Where(name => !query.Children.ContainsKey(name))
            .Select(name => $"{name}: required query parameter is missing"));
    }

    public void CheckBody(JsonElement operation, FormTree form, List<string> problems)
    {
        if (operation.TryGetProperty("requestBody", out var body))
        {
            var schema = body.GetProperty("content").GetProperty("application/x-www-form-urlencoded").GetProperty("schema");
            Check(schema, form, "", problems);
        }
        else if (form.Children.Count > 0)
        {
            problems.Add($"a body is sent where none is taken: {string.Join(", ", form.Children.Keys)}");
        }
    }

    private void Check(JsonElement schema, FormTree node, string at, List<string> problems)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(schemas.GetProperty(reference.GetString()!.Split('/')[^1]), node, at, problems);
        }
        else if (schema.TryGetProperty("anyOf", out var alternatives) || schema.TryGetProperty("oneOf", out alternatives))
        {
            problems.AddRange(alternatives.EnumerateArray().Select(alternative =>
            {
                var found = new List<string>();
                Check(alternative, node, at, found);
                return found;
            }).MinBy(found => found.Count)!);
        }
        else if (schema.TryGetProperty("enum", out var values))
        {
            if (!values.EnumerateArray().Any(value => value.ToString() == node.Value))
            {
                problems.Add($"{at}: \"{node.Value}\" is none of {values}");
            }
        }
        else
        {
            CheckKind(schema, node, at, problems);
        }
    }

    private void CheckKind(JsonElement schema, FormTree node, string at, List<string> problems)
    {
        var type = schema.TryGetProperty("type", out var named) ? named.GetString() : null;
        switch (type)
        {
            case "object":
                CheckObject(schema, node, at, problems);
                break;
            case "array":
                CheckArray(schema, node, at, problems);
                break;
            default:
                if (node.Value is null || !IsLeaf(type, schema, node.Value))
                {
                    problems.Add($"{at}: \"{node.Value}\" is no {type}");
                }

                break;
        }
    }

    private void CheckObject(JsonElement schema, FormTree node, string at, List<string> problems)
    {
        if (node.Value is not null)
        {
            problems.Add($"{at}: \"{node.Value}\" is sent for an object");
            return;
        }

        var hasProperties = schema.TryGetProperty("properties", out var properties);
        var hasOthers = schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind != JsonValueKind.False;
        foreach (var (name, child) in node.Children)
        {
            var place = at.Length == 0 ? name : $"{at}[{name}]";
            if (hasProperties && properties.TryGetProperty(name, out var property))
            {
                Check(property, child, place, problems);
            }
            else if (!hasOthers)
            {
                problems.Add($"{place}: unknown parameter");
            }
            else if (others.ValueKind == JsonValueKind.Object)
            {
                Check(others, child, place, problems);
            }
        }

        if (schema.TryGetProperty("required", out var required))
        {
            problems.AddRange(required.EnumerateArray().Select(name => name.GetString()!)
                .Where(name => !node.Children.ContainsKey(name))
                .Select(name => $"{at}[{name}]: required and missing"));
        }
    }

    private void CheckArray(JsonElement schema, FormTree node, string at, List<string> problems)
    {
        if (node.Value is not null)
        {
            problems.Add($"{at}: \"{node.Value}\" is sent for a list");
            return;
        }

        var index = 0;
        foreach (var (name, child) in node.Children)
        {
            if (name != index.ToString(CultureInfo.InvariantCulture))
            {
                problems.Add($"{at}[{name}]: the index should be {index}");
            }

            Check(schema.GetProperty("items"), child, $"{at}[{name}]", problems);
            index++;
        }
    }

    private static bool IsLeaf(string? type, JsonElement schema, string value) => type switch
    {
        "integer" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" => IsDecimal(value),
        "boolean" => value is "true" or "false",
        "string" when schema.TryGetProperty("format", out var format) && format.ValueEquals("decimal") => IsDecimal(value),
        _ => true,
    };

    private static bool IsDecimal(string value) =>
        decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
