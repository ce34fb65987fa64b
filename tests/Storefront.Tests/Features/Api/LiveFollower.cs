using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Storefront.Tests.Features.Api;

/// <summary>A program that follows one subscription of the public API with a token, over Server-Sent Events or a WebSocket, and keeps what it was given.</summary>
public sealed class LiveFollower : IAsyncDisposable
{
    private readonly List<JsonElement> seen = [];
    private readonly CancellationTokenSource stop = new();
    private readonly Task reading;

    private LiveFollower(Func<LiveFollower, CancellationToken, Task> read) => reading = read(this, stop.Token);

    /// <summary>POST with <c>Accept: text/event-stream</c>.</summary>
    public static LiveFollower ByEventStream(Uri address, string token, string query, object? variables = null) => new(async (follower, stopped) =>
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "graphql"));
        request.Content = new StringContent(JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, "application/json");
        request.Headers.Add("Authorization", $"Bearer {token}");
        request.Headers.Add("Accept", "text/event-stream");
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stopped);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(stopped));
        while (await lines.ReadLineAsync(stopped) is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal))
            {
                follower.Take(JsonDocument.Parse(line["data: ".Length..]).RootElement);
            }
        }
    });

    /// <summary>The protocol <c>graphql-transport-ws</c>, the token in <c>connection_init</c>.</summary>
    public static LiveFollower ByWebSocket(Uri address, string token, string query, object? variables = null) => new(async (follower, stopped) =>
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/graphql" }.Uri, stopped);
        await SendAsync(socket, new { type = "connection_init", payload = new { Authorization = $"Bearer {token}" } }, stopped);
        Assert.Equal("connection_ack", (await ReceiveAsync(socket, stopped)).GetProperty("type").GetString());
        await SendAsync(socket, new { id = "1", type = "subscribe", payload = new { query, variables } }, stopped);
        while (true)
        {
            var message = await ReceiveAsync(socket, stopped);
            switch (message.GetProperty("type").GetString())
            {
                case "next":
                    follower.Take(message.GetProperty("payload"));
                    break;
                case "ping":
                    await SendAsync(socket, new { type = "pong" }, stopped);
                    break;
                default:
                    throw new InvalidOperationException($"Sent: {message}");
            }
        }
    });

    /// <summary>Waits until so much was given, and gives all that was: the data of the subscription's one field.</summary>
    public async Task<IReadOnlyList<JsonElement>> AfterAsync(int events)
    {
        await UntilAsync(all => all.Count >= events);
        return Seen();
    }

    /// <summary>Waits until what was given satisfies, or fails with what was given.</summary>
    public async Task UntilAsync(Func<IReadOnlyList<JsonElement>, bool> satisfied)
    {
        var since = Stopwatch.StartNew();
        while (!satisfied(Seen()))
        {
            if (reading.IsFaulted)
            {
                await reading;
            }

            Assert.True(since.Elapsed < TimeSpan.FromSeconds(40), $"Seen: {string.Join(", ", Seen())}");
            await Task.Delay(10);
        }
    }

    /// <summary>Waits until the server ends it, and gives what it said.</summary>
    public async Task<string> FailureAsync() => (await Assert.ThrowsAnyAsync<Exception>(() => reading.WaitAsync(TimeSpan.FromSeconds(40)))).Message;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAny(reading);
        stop.Dispose();
    }

    public IReadOnlyList<JsonElement> Seen()
    {
        lock (seen)
        {
            return [.. seen];
        }
    }

    private void Take(JsonElement result)
    {
        Assert.False(result.TryGetProperty("errors", out var errors), errors.ToString());
        lock (seen)
        {
            seen.Add(result.GetProperty("data").EnumerateObject().Single().Value);
        }
    }

    private static Task SendAsync(ClientWebSocket socket, object message, CancellationToken cancellationToken) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    private static async Task<JsonElement> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var buffer = new byte[4096];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, cancellationToken);
            text.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return part.MessageType == WebSocketMessageType.Close
            ? throw new InvalidOperationException($"Closed: {(int?)part.CloseStatus} {part.CloseStatusDescription}")
            : JsonDocument.Parse(text.ToArray()).RootElement;
    }
}
