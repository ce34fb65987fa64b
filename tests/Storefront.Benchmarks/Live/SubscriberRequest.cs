using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Storefront.Benchmarks.Live;

/// <summary>What is subscribed to.</summary>
/// <param name="Document">The subscription.</param>
/// <param name="Token">Who asks; null for nobody.</param>
internal sealed record SubscriberRequest(string Document, string? Token)
{
    private string Authorization => Token is null ? "" : $"Authorization: Bearer {Token}\r\n";

    public byte[] ToEventStream()
    {
        var body = JsonSerializer.Serialize(new { query = Document });
        var length = Encoding.UTF8.GetByteCount(body).ToString(CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($"POST /graphql HTTP/1.1\r\nHost: localhost\r\n{Authorization}Accept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}");
    }

    public byte[] ToUpgrade() => Encoding.ASCII.GetBytes(
        $"GET /graphql HTTP/1.1\r\nHost: localhost\r\n{Authorization}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: c3RvcmVmcm9udC1iZW5jaA==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n");

    public byte[] ToSubscribe() => JsonSerializer.SerializeToUtf8Bytes(new { id = "1", type = "subscribe", payload = new { query = Document } });
}
