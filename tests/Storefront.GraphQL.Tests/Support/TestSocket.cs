using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Storefront.GraphQL.Tests.Support;

/// <summary>A client's socket, message by message.</summary>
public sealed class TestSocket(ClientWebSocket socket) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public ClientWebSocket Socket { get; } = socket;

    public Task SendAsync(JsonNode message) => SendTextAsync(message.ToJsonString());

    public async Task SendTextAsync(string text)
    {
        using var timeout = new CancellationTokenSource(Patience);
        await Socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, timeout.Token);
    }

    public Task SubscribeAsync(string id, string document, JsonNode? variables = null) => SendAsync(new JsonObject
    {
        ["id"] = id,
        ["type"] = "subscribe",
        ["payload"] = new JsonObject { ["query"] = document, ["variables"] = variables },
    });

    public Task CompleteAsync(string id) => SendAsync(new JsonObject { ["id"] = id, ["type"] = "complete" });

    /// <summary>The next message; fails when the socket closes instead.</summary>
    public async Task<JsonNode> ReceiveAsync() =>
        await ReadAsync() ?? throw new InvalidOperationException($"Closed with {Socket.CloseStatus} {Socket.CloseStatusDescription}.");

    /// <summary>Reads until the server has closed, and gives why.</summary>
    public async Task<(int Code, string? Reason)> ReceiveCloseAsync()
    {
        while (await ReadAsync() is not null)
        {
        }

        return ((int)Socket.CloseStatus!, Socket.CloseStatusDescription);
    }

    public ValueTask DisposeAsync()
    {
        Socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<JsonNode?> ReadAsync()
    {
        using var timeout = new CancellationTokenSource(Patience);
        using var message = new MemoryStream();
        var buffer = new byte[16_384];
        while (true)
        {
            var received = await Socket.ReceiveAsync(buffer, timeout.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
            {
                return JsonNode.Parse(message.ToArray());
            }
        }
    }
}
