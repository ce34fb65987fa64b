using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Storefront.GraphQL.AspNetCore.Http;

/// <summary>The parameters of a GraphQL request (GraphQL over HTTP, "Request Parameters"), read from a JSON object or a query string.</summary>
/// <param name="Query">The document as UTF-8; null when it is absent.</param>
/// <param name="OperationName">The operation's name; null when it is absent.</param>
/// <param name="Variables">An object, null or undefined.</param>
/// <param name="Extensions">An object, null or undefined.</param>
internal sealed record GraphQLParameters(ReadOnlyMemory<byte>? Query, string? OperationName, JsonElement Variables, JsonElement Extensions)
{
    /// <summary>The last event that the client of a stream has seen, where it was cut off; else null.</summary>
    public string? ResumeAfter { get; init; }

    private const string NotJson = "The request is not JSON.";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <returns>Null with a problem when the JSON is not a request. Nothing of it is kept.</returns>
    public static GraphQLParameters? FromJson(ReadOnlySequence<byte> json, out string? problem)
    {
        problem = null;
        Span<byte> start = stackalloc byte[ByteOrderMark.Length];
        if (json.Length >= start.Length)
        {
            json.Slice(0, start.Length).CopyTo(start);
            json = start.SequenceEqual(ByteOrderMark) ? json.Slice(start.Length) : json;
        }

        try
        {
            return Read(new Utf8JsonReader(json), ref problem);
        }
        catch (JsonException)
        {
            problem = NotJson;
        }
        catch (InvalidOperationException)
        {
            // A string that is not valid UTF-8, or escapes half of a surrogate pair.
            problem = "The request has text that is not Unicode.";
        }

        return null;
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
            document.Length == 0 ? default(ReadOnlyMemory<byte>?) : Encoding.UTF8.GetBytes(document),
            operationName.Length == 0 ? null : operationName,
            variables,
            extensions);
    }

    private static GraphQLParameters? Read(Utf8JsonReader reader, ref string? problem)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            var isBatch = reader.TokenType == JsonTokenType.StartArray;
            reader.Skip();
            reader.Read();
            problem = isBatch ? "Batches are not supported." : "The request must be a JSON object.";
            return null;
        }

        ReadOnlyMemory<byte>? query = null;
        string? operationName = null;
        JsonElement variables = default;
        JsonElement extensions = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("query"u8))
            {
                query = ReadString(ref reader, "query", ref problem) ? CopyString(ref reader) : default(ReadOnlyMemory<byte>?);
            }
            else if (reader.ValueTextEquals("operationName"u8))
            {
                operationName = ReadString(ref reader, "operationName", ref problem) ? reader.GetString() : null;
            }
            else if (reader.ValueTextEquals("variables"u8))
            {
                variables = ReadObject(ref reader, "variables", ref problem);
            }
            else if (reader.ValueTextEquals("extensions"u8))
            {
                extensions = ReadObject(ref reader, "extensions", ref problem);
            }
            else
            {
                reader.Skip();
            }
        }

        // Sees that nothing comes behind the object.
        reader.Read();
        return problem is null ? new GraphQLParameters(query, operationName, variables, extensions) : null;
    }

    private static bool ReadString(ref Utf8JsonReader reader, string name, ref string? problem)
    {
        reader.Read();
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
        {
            problem ??= $"Invalid \"{name}\": it must be a string.";
            reader.Skip();
            return false;
        }

        return reader.TokenType == JsonTokenType.String;
    }

    private static ReadOnlyMemory<byte> CopyString(ref Utf8JsonReader reader)
    {
        var bytes = new byte[reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length];
        return bytes.AsMemory(0, reader.CopyString(bytes));
    }

    private static JsonElement ReadObject(ref Utf8JsonReader reader, string name, ref string? problem)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return JsonElement.ParseValue(ref reader);
            case JsonTokenType.Null:
                return default;
            default:
                problem ??= $"Invalid \"{name}\": it must be an object.";
                reader.Skip();
                return default;
        }
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
            problem = $"Invalid \"{name}\": it is not JSON.";
            return false;
        }

        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
        {
            problem = $"Invalid \"{name}\": it must be an object.";
            return false;
        }

        return true;
    }
}
