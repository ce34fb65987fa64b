using System.Text.Json;
using Storefront.GraphQL.Execution.Results;

namespace Storefront.GraphQL.AspNetCore.WebSockets;

/// <summary>A message of the <c>graphql-transport-ws</c> protocol.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">The operation's id; null where there is none, or what stands there is no string.</param>
/// <param name="Payload">The payload's JSON object, within the message's own memory; empty where there is none, or null stands there.</param>
internal readonly record struct SocketMessage(string Type, string? Id, ReadOnlyMemory<byte> Payload)
{
    public static readonly ReadOnlyMemory<byte> ConnectionAck = "{\"type\":\"connection_ack\"}"u8.ToArray();

    /// <returns>Null when it is no JSON object with a type, or its payload neither an object nor null.</returns>
    public static SocketMessage? Parse(ReadOnlyMemory<byte> message)
    {
        try
        {
            return Read(message);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON, or text in it that is not Unicode.
            return null;
        }
    }

    /// <summary>The payload for those who read it later than the message's memory lasts.</summary>
    public JsonElement CopyPayload() => Payload.IsEmpty ? default : JsonElement.Parse(Payload.Span);

    public static ReadOnlyMemory<byte> Pong(ReadOnlyMemory<byte> payload) =>
        payload.IsEmpty ? "{\"type\":\"pong\"}"u8.ToArray() : (byte[])[.. "{\"type\":\"pong\",\"payload\":"u8, .. payload.Span, (byte)'}'];

    public static ReadOnlyMemory<byte> Complete(JsonEncodedText id) => (byte[])[.. "{\"id\":\""u8, .. id.EncodedUtf8Bytes, .. "\",\"type\":\"complete\"}"u8];

    /// <summary>What stands before the result in a <c>next</c> message; a closing brace stands behind it.</summary>
    public static byte[] NextHead(JsonEncodedText id) =>
        [.. "{\"id\":\""u8, .. id.EncodedUtf8Bytes, .. "\",\"type\":\"next\",\"payload\":"u8];

    public static ReadOnlyMemory<byte> Error(JsonEncodedText id, IReadOnlyList<GraphQLError> errors)
    {
        using var buffer = new ResultBuffer();
        buffer.Write("{\"id\":\""u8);
        buffer.Write(id.EncodedUtf8Bytes);
        buffer.Write("\",\"type\":\"error\",\"payload\":"u8);
        ErrorWriter.Write(buffer, errors);
        buffer.Write((byte)'}');
        return buffer.WrittenSpan.ToArray();
    }

    private static SocketMessage? Read(ReadOnlyMemory<byte> message)
    {
        string? type = null;
        string? id = null;
        var payload = ReadOnlyMemory<byte>.Empty;
        var reader = new Utf8JsonReader(message.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                type = reader.GetString();
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                id = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("payload"u8))
            {
                reader.Read();
                if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
                {
                    return null;
                }

                var start = (int)reader.TokenStartIndex;
                var isNull = reader.TokenType == JsonTokenType.Null;
                reader.Skip();
                payload = isNull ? default : message[start..(int)reader.BytesConsumed];
            }
            else
            {
                reader.Skip();
            }
        }

        // Sees that nothing comes behind the object.
        reader.Read();
        return type is null ? null : new SocketMessage(type, id, payload);
    }
}
