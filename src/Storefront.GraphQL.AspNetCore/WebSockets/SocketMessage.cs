using System.Buffers;
using System.Text.Json;

namespace Storefront.GraphQL.AspNetCore.WebSockets;

/// <summary>A message of the <c>graphql-transport-ws</c> protocol.</summary>
internal sealed record SocketMessage(string Type, string? Id, JsonElement Payload)
{
    public static readonly ReadOnlyMemory<byte> ConnectionAck = "{\"type\":\"connection_ack\"}"u8.ToArray();

    public static readonly ReadOnlyMemory<byte> Ping = "{\"type\":\"ping\"}"u8.ToArray();

    /// <returns>Null when it is no JSON object with a type, or its id is no string, or a payload that must be an object is none.</returns>
    public static SocketMessage? Parse(ReadOnlyMemory<byte> message)
    {
        try
        {
            using var document = JsonDocument.Parse(message);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String
                || (root.TryGetProperty("id", out var id) && id.ValueKind != JsonValueKind.String)
                || (root.TryGetProperty("payload", out var payload) && payload.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null)))
            {
                return null;
            }

            return new SocketMessage(
                type.GetString()!,
                root.TryGetProperty("id", out id) ? id.GetString() : null,
                root.TryGetProperty("payload", out payload) ? payload.Clone() : default);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static ReadOnlyMemory<byte> Pong(JsonElement payload) => Write(writer => WriteHead(writer, "pong", null, payload));

    public static ReadOnlyMemory<byte> Complete(string id) => Write(writer => WriteHead(writer, "complete", id, default));

    public static ReadOnlyMemory<byte> Error(string id, JsonElement errors) => Write(writer => WriteHead(writer, "error", id, errors));

    public static ReadOnlyMemory<byte> Next(string id, ReadOnlyMemory<byte> result) => Write(writer =>
    {
        WriteHead(writer, "next", id, default);
        writer.WritePropertyName("payload"u8);
        writer.WriteRawValue(result.Span, skipInputValidation: true);
    });

    private static void WriteHead(Utf8JsonWriter writer, string type, string? id, JsonElement payload)
    {
        if (id is not null)
        {
            writer.WriteString("id"u8, id);
        }

        writer.WriteString("type"u8, type);
        if (payload.ValueKind != JsonValueKind.Undefined)
        {
            writer.WritePropertyName("payload"u8);
            payload.WriteTo(writer);
        }
    }

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        content(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
