using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Storefront.GraphQL.AspNetCore.Http;

/// <summary>The parameters of a GraphQL request (GraphQL over HTTP, "Request Parameters"), read from a JSON object or a query string.</summary>
internal sealed record GraphQLParameters(byte[]? Query, string? OperationName, JsonElement Variables, JsonElement Extensions)
{
    /// <returns>Null with a problem when the JSON is not a request.</returns>
    public static GraphQLParameters? FromJson(JsonElement json, out string? problem)
    {
        problem = null;
        if (json.ValueKind != JsonValueKind.Object)
        {
            problem = json.ValueKind == JsonValueKind.Array ? "Batches are not supported." : "The body must be a JSON object.";
            return null;
        }

        var query = Get(json, "query");
        var operationName = Get(json, "operationName");
        var variables = Get(json, "variables");
        var extensions = Get(json, "extensions");
        problem = query.ValueKind is not (JsonValueKind.String or JsonValueKind.Undefined or JsonValueKind.Null) ? "Invalid \"query\": it must be a string."
            : operationName.ValueKind is not (JsonValueKind.String or JsonValueKind.Undefined or JsonValueKind.Null) ? "Invalid \"operationName\": it must be a string."
            : variables.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined or JsonValueKind.Null) ? "Invalid \"variables\": they must be an object."
            : extensions.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined or JsonValueKind.Null) ? "Invalid \"extensions\": they must be an object."
            : null;
        return problem is not null
            ? null
            : new GraphQLParameters(
                query.ValueKind == JsonValueKind.String ? Encoding.UTF8.GetBytes(query.GetString()!) : null,
                operationName.ValueKind == JsonValueKind.String ? operationName.GetString() : null,
                variables,
                extensions);
    }

    public static GraphQLParameters? FromQuery(IQueryCollection query, out string? problem)
    {
        if (!TryParseObject(query, "variables", out var variables, out problem) || !TryParseObject(query, "extensions", out var extensions, out problem))
        {
            return null;
        }

        var document = query["query"].ToString();
        var operationName = query["operationName"].ToString();
        return new GraphQLParameters(
            document.Length == 0 ? null : Encoding.UTF8.GetBytes(document),
            operationName.Length == 0 ? null : operationName,
            variables,
            extensions);
    }

    private static bool TryParseObject(IQueryCollection query, string name, out JsonElement value, out string? problem)
    {
        value = default;
        problem = null;
        var text = query[name].ToString();
        if (text.Length == 0)
        {
            return true;
        }

        try
        {
            value = JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            problem = $"Invalid \"{name}\": not JSON.";
            return false;
        }

        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
        {
            problem = $"Invalid \"{name}\": not an object.";
            return false;
        }

        return true;
    }

    private static JsonElement Get(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : default;
}
