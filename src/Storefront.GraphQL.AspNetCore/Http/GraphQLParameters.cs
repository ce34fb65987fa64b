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
    // What STJ itself goes to before it gives up.
    private const int DeepestJson = 100_000;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The id of the document where it is not given itself; null when it is absent.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The last event that the client of a stream has seen, where it was cut off; else null.</summary>
    public string? ResumeAfter { get; init; }

    /// <summary>Whether there is a document, or what stands for one.</summary>
    public bool HasDocument => Query is not null || DocumentId is not null
        || (Extensions.ValueKind == JsonValueKind.Object && Extensions.TryGetProperty("persistedQuery", out _));

    /// <returns>Null with a problem when the JSON is not a request. Nothing of it is kept.</returns>
    public static GraphQLParameters? FromJson(ReadOnlySequence<byte> json, out GraphQLError? problem) =>
        FromJson(json, new GraphQLServerOptions(), out problem)?.Requests[0];

    /// <summary>Reads a request, or a batch of them where the options allow it.</summary>
    /// <returns>Null with a problem when the JSON is neither. Nothing of it is kept.</returns>
    public static (IReadOnlyList<GraphQLParameters> Requests, bool IsBatch)? FromJson(
        ReadOnlySequence<byte> json, GraphQLServerOptions options, out GraphQLError? problem)
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
            return Read(new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = options.MaxJsonDepth }), options, ref problem);
        }
        catch (JsonException)
        {
            problem = IsDeeper(json, options.MaxJsonDepth) ? RequestErrors.TooDeep(options.MaxJsonDepth) : RequestErrors.Invalid("The request is not JSON.");
        }
        catch (InvalidOperationException)
        {
            // A string that is not valid UTF-8, or escapes half of a surrogate pair.
            problem = RequestErrors.Invalid("The request has text that is not Unicode.");
        }

        return null;
    }

    public static GraphQLParameters? FromQuery(IQueryCollection query, out GraphQLError? problem)
    {
        if (!TryParseObject(query, "variables", out var variables, out problem) || !TryParseObject(query, "extensions", out var extensions, out problem))
        {
            return null;
        }

        var document = query["query"].ToString();
        var operationName = query["operationName"].ToString();
        var documentId = query["documentId"].ToString();
        return new GraphQLParameters(
            document.Length == 0 ? default(ReadOnlyMemory<byte>?) : Encoding.UTF8.GetBytes(document),
            operationName.Length == 0 ? null : operationName,
            variables,
            extensions)
        {
            DocumentId = documentId.Length == 0 ? null : documentId,
        };
    }

    private static (IReadOnlyList<GraphQLParameters> Requests, bool IsBatch)? Read(
        Utf8JsonReader reader, GraphQLServerOptions options, ref GraphQLError? problem)
    {
        reader.Read();
        var isBatch = reader.TokenType == JsonTokenType.StartArray;
        if (reader.TokenType != JsonTokenType.StartObject && !(isBatch && options.EnableBatching))
        {
            reader.Skip();
            reader.Read();
            problem = isBatch ? RequestErrors.BatchNotEnabled() : RequestErrors.Invalid("The request must be a JSON object.");
            return null;
        }

        if (!isBatch)
        {
            var request = ReadRequest(ref reader, ref problem);

            // Sees that nothing comes behind the object.
            reader.Read();
            return problem is null ? ([request], false) : null;
        }

        var batch = new List<GraphQLParameters>();
        while (problem is null && reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            batch.Add(ReadRequest(ref reader, ref problem));
            problem ??= batch.Count > options.MaxBatchSize ? RequestErrors.BatchTooLarge(options.MaxBatchSize) : null;
        }

        problem ??= reader.TokenType != JsonTokenType.EndArray || batch.Count == 0
            ? RequestErrors.Invalid("A batch must be a list of one or more JSON objects.")
            : null;
        if (problem is null)
        {
            reader.Read();
        }

        return problem is null ? (batch, true) : null;
    }

    // Only once reading has failed.
    private static bool IsDeeper(ReadOnlySequence<byte> json, int depth)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DeepestJson });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= depth && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            // Something else is wrong first.
        }

        return false;
    }

    private static GraphQLParameters ReadRequest(ref Utf8JsonReader reader, ref GraphQLError? problem)
    {
        ReadOnlyMemory<byte>? query = null;
        string? documentId = null;
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
            else if (reader.ValueTextEquals("documentId"u8))
            {
                documentId = ReadString(ref reader, "documentId", ref problem) ? reader.GetString() : null;
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

        return new GraphQLParameters(query, operationName, variables, extensions) { DocumentId = documentId };
    }

    private static bool ReadString(ref Utf8JsonReader reader, string name, ref GraphQLError? problem)
    {
        reader.Read();
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
        {
            problem ??= RequestErrors.Invalid($"Invalid \"{name}\": it must be a string.");
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

    private static JsonElement ReadObject(ref Utf8JsonReader reader, string name, ref GraphQLError? problem)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return JsonElement.ParseValue(ref reader);
            case JsonTokenType.Null:
                return default;
            default:
                problem ??= RequestErrors.Invalid($"Invalid \"{name}\": it must be an object.");
                reader.Skip();
                return default;
        }
    }

    private static bool TryParseObject(IQueryCollection query, string name, out JsonElement value, out GraphQLError? problem)
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
            problem = RequestErrors.Invalid($"Invalid \"{name}\": it is not JSON.");
            return false;
        }

        if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null))
        {
            problem = RequestErrors.Invalid($"Invalid \"{name}\": it must be an object.");
            return false;
        }

        return true;
    }
}
