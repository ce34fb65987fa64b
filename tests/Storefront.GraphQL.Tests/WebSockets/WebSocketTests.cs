using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.WebSockets;

/// <summary>Operations over <c>graphql-transport-ws</c>.</summary>
public class WebSocketTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async Task InitializeAsync() => server = await TestServer.StartAsync(options => options.MaxOperationsPerSocket = 5);

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_query_is_next_and_complete()
    {
        await using var socket = await server.ConnectAsync();

        await socket.SubscribeAsync("1", "query ($name: String) { hello(name: $name) }", new JsonObject { ["name"] = "ñ" });

        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"hello":"Hello, ñ!"}}}""", await NextAsync(socket));
        Assert.Equal("""{"id":"1","type":"complete"}""", await NextAsync(socket));
    }

    [Fact]
    public async Task An_id_is_given_back_as_it_was_sent()
    {
        await using var socket = await server.ConnectAsync();

        await socket.SubscribeAsync("a \"quoted\" \\ ñ 🎉", "{ hello }");

        Assert.Equal("a \"quoted\" \\ ñ 🎉", (string)(await socket.ReceiveAsync())["id"]!);
    }

    [Fact]
    public async Task A_request_that_never_ran_is_an_error_with_the_list_alone()
    {
        await using var socket = await server.ConnectAsync();

        await socket.SubscribeAsync("1", "{ nothing }");

        var message = await socket.ReceiveAsync();
        Assert.Equal("error", (string)message["type"]!);
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", (string)message["payload"]![0]!["extensions"]!["code"]!);
    }

    [Fact]
    public async Task An_interceptor_that_breaks_for_one_operation_leaves_the_others_alone()
    {
        await using var intercepted = await TestServer.StartAsync(configure: builder => builder.AddRequestInterceptor<TestInterceptor>());
        var interceptor = (TestInterceptor)intercepted.Services.GetRequiredService<GraphQLRequestInterceptor>();
        await using var socket = await intercepted.ConnectAsync();
        await socket.SubscribeAsync("open", "{ wait }");
        await Eventually.TrueAsync(() => intercepted.Signals.CountOf("wait") == 1);

        interceptor.IsBroken = true;
        await socket.SubscribeAsync("broken", "{ hello }");
        var error = await socket.ReceiveAsync();
        interceptor.IsBroken = false;
        await socket.SubscribeAsync("broken", "{ hello }");

        Assert.Equal(("broken", "error", "INTERNAL"), ((string)error["id"]!, (string)error["type"]!, (string)error["payload"]![0]!["extensions"]!["code"]!));
        var logged = Assert.Single(intercepted.Errors.Entries);
        Assert.Contains((string)error["payload"]![0]!["extensions"]!["errorId"]!, logged, StringComparison.Ordinal);
        Assert.Contains("interceptor broke", logged, StringComparison.Ordinal);
        Assert.Equal("""{"id":"broken","type":"next","payload":{"data":{"hello":"Hello, world!"}}}""", await NextAsync(socket));
        Assert.Equal("""{"id":"broken","type":"complete"}""", await NextAsync(socket));
        intercepted.Signals.Release();
        Assert.Equal("""{"id":"open","type":"next","payload":{"data":{"wait":"released"}}}""", await NextAsync(socket));
    }

    [Fact]
    public async Task Operations_of_one_socket_run_at_the_same_time()
    {
        await using var socket = await server.ConnectAsync();
        await socket.SubscribeAsync("slow", "{ wait }");
        await Eventually.TrueAsync(() => server.Signals.CountOf("wait") == 1);

        await socket.SubscribeAsync("quick", "{ hello }");

        Assert.Equal("quick", (string)(await socket.ReceiveAsync())["id"]!);
        Assert.Equal("quick", (string)(await socket.ReceiveAsync())["id"]!);
        server.Signals.Release();
        Assert.Equal("slow", (string)(await socket.ReceiveAsync())["id"]!);
    }

    [Fact]
    public async Task The_server_completes_a_stream_that_ends()
    {
        await using var socket = await server.ConnectAsync();
        await socket.SubscribeAsync("s", "subscription { events }");
        await Eventually.TrueAsync(() => server.OpenTopics == 1);
        await server.TriggerAsync();
        using var finished = await server.PostAsync("mutation { finish }");

        Assert.Equal("""{"id":"s","type":"next","payload":{"data":{"events":1}}}""", await NextAsync(socket));
        Assert.Equal("""{"id":"s","type":"complete"}""", await NextAsync(socket));
    }

    [Fact]
    public async Task The_client_completes_a_stream_and_hears_no_more_of_it()
    {
        await using var socket = await server.ConnectAsync();
        await socket.SubscribeAsync("s", "subscription { silence }");
        await Eventually.TrueAsync(() => server.Signals.CountOf("silence") == 1);

        await socket.CompleteAsync("s");
        await Eventually.TrueAsync(() => server.Signals.CountOf("silence") == 0);
        await socket.SubscribeAsync("after", "{ hello }");

        Assert.Equal("after", (string)(await socket.ReceiveAsync())["id"]!);
    }

    [Fact]
    public async Task A_source_that_throws_when_it_is_cancelled_leaves_the_others_alone_and_is_in_the_log()
    {
        await using var socket = await server.ConnectAsync();
        await socket.SubscribeAsync("t", "subscription { tantrum }");
        await Eventually.TrueAsync(() => server.Signals.CountOf("tantrum") == 1);

        await socket.CompleteAsync("t");
        await Eventually.TrueAsync(() => server.Signals.CountOf("tantrum") == 0);
        await socket.SubscribeAsync("t", "{ hello }");

        Assert.Equal("next", (string)(await socket.ReceiveAsync())["type"]!);
        Assert.Contains("I will not be cancelled", Assert.Single(server.Errors.Entries), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_throws_when_it_is_cancelled_does_not_keep_its_socket_from_ending()
    {
        var socket = await server.ConnectAsync();
        await socket.SubscribeAsync("t", "subscription { tantrum }");
        await socket.SubscribeAsync("s", "subscription { silence }");
        await Eventually.TrueAsync(() => server.Signals.CountOf("tantrum") == 1 && server.Signals.CountOf("silence") == 1);

        await socket.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.Socket.CloseStatus);
        await Eventually.TrueAsync(() => server.Signals.CountOf("tantrum") == 0 && server.Signals.CountOf("silence") == 0);
    }

    [Fact]
    public async Task An_id_is_free_as_soon_as_either_side_has_completed_it()
    {
        await using var socket = await server.ConnectAsync();
        for (var round = 0; round < 20; round++)
        {
            await socket.SubscribeAsync("same", "subscription { silence }");
            await socket.CompleteAsync("same");
            await socket.SubscribeAsync("same", "{ hello }");
            Assert.Equal("next", (string)(await socket.ReceiveAsync())["type"]!);
            Assert.Equal("complete", (string)(await socket.ReceiveAsync())["type"]!);
        }
    }

    [Fact]
    public async Task When_the_client_goes_its_sources_are_closed()
    {
        var socket = await server.ConnectAsync();
        await socket.SubscribeAsync("1", "subscription { silence }");
        await socket.SubscribeAsync("2", "subscription { events }");
        await Eventually.TrueAsync(() => server.Signals.CountOf("silence") == 1 && server.OpenTopics == 1);

        socket.Socket.Abort();

        await Eventually.TrueAsync(() => server.Signals.CountOf("silence") == 0 && server.OpenTopics == 0);
        Assert.Empty(server.Errors.Entries);
    }

    [Fact]
    public async Task A_close_by_the_client_is_answered()
    {
        await using var socket = await server.ConnectAsync();
        await socket.SubscribeAsync("1", "subscription { silence }");

        await socket.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.Socket.CloseStatus);
        await Eventually.TrueAsync(() => server.Signals.CountOf("silence") == 0);
    }

    [Fact]
    public async Task A_message_may_come_in_pieces_and_be_large()
    {
        await using var socket = await server.ConnectAsync();
        var name = new string('y', 200_000);
        var text = new JsonObject { ["id"] = "1", ["type"] = "subscribe", ["payload"] = new JsonObject { ["query"] = "query ($name: String) { hello(name: $name) }", ["variables"] = new JsonObject { ["name"] = name } } }.ToJsonString();
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        for (var at = 0; at < bytes.Length; at += 7_001)
        {
            var piece = bytes.AsMemory(at, Math.Min(7_001, bytes.Length - at));
            await socket.Socket.SendAsync(piece, WebSocketMessageType.Text, at + piece.Length == bytes.Length, CancellationToken.None);
        }

        Assert.Equal($"Hello, {name}!", (string)(await socket.ReceiveAsync())["payload"]!["data"]!["hello"]!);
    }

    [Fact]
    public async Task Pings_are_answered_with_their_payload_before_and_after_the_acknowledgement()
    {
        await using var socket = await server.OpenSocketAsync();

        await socket.SendTextAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await NextAsync(socket));
        await socket.SendTextAsync("""{"type":"connection_init","id":{"of":"nothing"},"payload":null}""");
        Assert.Equal("""{"type":"connection_ack"}""", await NextAsync(socket));
        await socket.SendTextAsync("""{"type":"ping","payload":null}""");
        Assert.Equal("""{"type":"pong"}""", await NextAsync(socket));
        await socket.SendTextAsync("""{"type":"ping","payload":{"a":[1,null]}}""");
        Assert.Equal("""{"type":"pong","payload":{"a":[1,null]}}""", await NextAsync(socket));
    }

    [Fact]
    public async Task A_reader_that_does_not_read_holds_back_its_source_and_not_the_others()
    {
        await using var slow = await server.ConnectAsync();
        await using var quick = await server.ConnectAsync();
        await slow.SubscribeAsync("f", "subscription { flood }");
        var before = 0;
        var after = -1;
        while (before != after || after == 0)
        {
            before = after;
            await Task.Delay(150);
            after = server.Signals.Numbers;
        }

        await quick.SubscribeAsync("q", "{ hello }");

        Assert.Equal("q", (string)(await quick.ReceiveAsync())["id"]!);
        Assert.True(after < 2_000, $"{after} events of 100 kB were made for a reader that does not read.");
    }

    private static async Task<string> NextAsync(TestSocket socket) => (await socket.ReceiveAsync()).ToJsonString(ReadableJson);

    private static readonly System.Text.Json.JsonSerializerOptions ReadableJson = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
