using System.Net.WebSockets;
using System.Text.Json;

namespace Storefront.Tests.Live.Cuts;

/// <summary>Speaks <c>graphql-transport-ws</c> and asks for what comes <c>after</c> the last sequence that it was given.</summary>
internal sealed class SocketTicketFollower(Uri address, string token, string ticket) : TicketFollower
{
    protected override async Task AskAsync(CancellationToken cancellationToken)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/graphql" }.Uri, cancellationToken);
        await SendAsync(socket, new { type = "connection_init", payload = new { Authorization = $"Bearer {token}" } }, cancellationToken);
        while (await ReceiveAsync(socket, cancellationToken) is { } message)
        {
            switch (message.GetProperty("type").GetString())
            {
                case "connection_ack":
                    await SendAsync(
                        socket, new { id = "1", type = "subscribe", payload = new { query = Query, variables = new { ticketId = ticket, after = Last } } }, cancellationToken);
                    break;
                case "next":
                    Take(message.GetProperty("payload"));
                    break;
                default:
                    Assert.Fail($"Sent: {message}");
                    break;
            }
        }
    }

    private static Task SendAsync(ClientWebSocket socket, object message, CancellationToken cancellationToken) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    /// <returns>Null when the server has closed.</returns>
    private static async Task<JsonElement?> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var buffer = new byte[1024];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, cancellationToken);
            text.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return part.MessageType == WebSocketMessageType.Close ? null : JsonDocument.Parse(text.ToArray()).RootElement;
    }
}
