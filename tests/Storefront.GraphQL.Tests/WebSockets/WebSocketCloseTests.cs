using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.WebSockets;

/// <summary>Why and how the server closes a socket.</summary>
public class WebSocketCloseTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":"start"}""")]
    [InlineData("""{"type":"connection_ack"}""")]
    [InlineData("""{"type":"complete"}""")]
    [InlineData("""{"id":"","type":"complete"}""")]
    [InlineData("""{"id":{"type":"x"},"type":"complete"}""")]
    [InlineData("""{"type":"ping","payload":"text"}""")]
    [InlineData("""{"type":"ping"} more""")]
    [InlineData("""{"type":"\ud83d"}""")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"id":"","type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"id":1,"type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"id":"1","type":"subscribe"}""")]
    [InlineData("""{"id":"1","type":"subscribe","payload":{"query":1}}""")]
    [InlineData("""{"id":"1","type":"subscribe","payload":{"query":"\ud83d"}}""")]
    [InlineData("""{"id":"1","type":"subscribe","payload":{"query":"{ hello }","variables":"x"}}""")]
    public async Task A_message_that_is_not_of_the_protocol_4400(string message)
    {
        await using var server = await TestServer.StartAsync();
        await using var socket = await server.ConnectAsync();

        await socket.SendTextAsync(message);

        Assert.Equal((4400, "Invalid message received"), await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task An_operation_before_the_acknowledgement_4401()
    {
        await using var server = await TestServer.StartAsync();
        await using var socket = await server.OpenSocketAsync();

        await socket.SubscribeAsync("1", "{ hello }");

        Assert.Equal((4401, "Unauthorized"), await socket.ReceiveCloseAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    public async Task Another_subprotocol_or_none_4406(string? protocol)
    {
        await using var server = await TestServer.StartAsync();

        // This client checks the subprotocol itself, so a server that picks none of several is told by the close alone.
        if (protocol is not null)
        {
            await Assert.ThrowsAnyAsync<Exception>(async () =>
            {
                await using var refused = await server.OpenSocketAsync(protocol);
                Assert.Equal((4406, "Subprotocol not acceptable"), await refused.ReceiveCloseAsync());
                throw new WebSocketException();
            });
            return;
        }

        await using var socket = await server.OpenSocketAsync(protocol);
        Assert.Equal((4406, "Subprotocol not acceptable"), await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task No_connection_init_in_time_4408()
    {
        await using var server = await TestServer.StartAsync(options => options.ConnectionInitTimeout = TimeSpan.FromMilliseconds(50));
        await using var socket = await server.OpenSocketAsync();

        Assert.Equal((4408, "Connection initialisation timeout"), await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task Two_operations_under_one_id_4409()
    {
        await using var server = await TestServer.StartAsync();
        await using var socket = await server.ConnectAsync();

        await socket.SubscribeAsync("same", "subscription { silence }");
        await socket.SubscribeAsync("same", "subscription { silence }");

        Assert.Equal((4409, "Subscriber for same already exists"), await socket.ReceiveCloseAsync());
        await Eventually.TrueAsync(() => server.Signals.CountOf("silence") == 0);
    }

    [Fact]
    public async Task A_long_id_used_twice_has_room_in_the_close_frame()
    {
        await using var server = await TestServer.StartAsync();
        await using var socket = await server.ConnectAsync();
        var id = new string('ñ', 500);

        await socket.SubscribeAsync(id, "subscription { silence }");
        await socket.SubscribeAsync(id, "subscription { silence }");

        Assert.Equal(4409, (await socket.ReceiveCloseAsync()).Code);
    }

    [Fact]
    public async Task A_second_connection_init_4429()
    {
        await using var server = await TestServer.StartAsync();
        await using var socket = await server.ConnectAsync();

        await socket.SendTextAsync("""{"type":"connection_init"}""");

        Assert.Equal((4429, "Too many initialisation requests"), await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task Too_many_operations_4429()
    {
        await using var server = await TestServer.StartAsync(options => options.MaxOperationsPerSocket = 3);
        await using var socket = await server.ConnectAsync();

        for (var id = 0; id < 4; id++)
        {
            await socket.SubscribeAsync($"{id}", "subscription { silence }");
        }

        Assert.Equal((4429, "Too many operations"), await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_message_over_the_limit_1009()
    {
        await using var server = await TestServer.StartAsync(options => options.MaxSocketMessageSize = 10_000);
        await using var socket = await server.ConnectAsync();

        await socket.SubscribeAsync("1", $"{{ hello }} #{new string('x', 200_000)}");

        Assert.Equal((1009, "Message too big"), await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_server_that_stops_1001()
    {
        await using var server = await TestServer.StartAsync();
        await using var socket = await server.ConnectAsync();
        await socket.SubscribeAsync("1", "subscription { silence }");
        await Eventually.TrueAsync(() => server.Signals.CountOf("silence") == 1);

        var stopping = server.StopAsync();

        Assert.Equal((1001, "Going away"), await socket.ReceiveCloseAsync());
        await socket.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await stopping.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(0, server.Signals.CountOf("silence"));
    }

    [Fact]
    public async Task A_client_that_does_not_answer_the_close_is_not_waited_for_long()
    {
        await using var server = await TestServer.StartAsync();
        await using var socket = await server.ConnectAsync();

        await server.StopAsync().WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_token_in_connection_init_says_who_asks()
    {
        await using var server = await StartWithInterceptorAsync();
        await using var socket = await server.ConnectAsync(new JsonObject { ["Authorization"] = TestInterceptor.Token });

        await socket.SubscribeAsync("1", "{ user remembered }");

        Assert.Equal("""{"data":{"user":"ana","remembered":"the token"}}""", (await socket.ReceiveAsync())["payload"]!.ToJsonString());
    }

    [Fact]
    public async Task A_wrong_token_4403()
    {
        await using var server = await StartWithInterceptorAsync();
        await using var socket = await server.OpenSocketAsync();

        await socket.SendTextAsync("""{"type":"connection_init","payload":{"Authorization":"Bearer bad"}}""");

        Assert.Equal((4403, "Forbidden"), await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_token_that_is_revoked_while_the_socket_lives_4403()
    {
        await using var server = await StartWithInterceptorAsync();
        await using var socket = await server.ConnectAsync(new JsonObject { ["Authorization"] = TestInterceptor.Token });
        await socket.SubscribeAsync("1", "subscription { silence }");
        await Eventually.TrueAsync(() => server.Signals.CountOf("silence") == 1);

        InterceptorOf(server).IsRevoked = true;

        Assert.Equal((4403, "Forbidden"), await socket.ReceiveCloseAsync());
        await Eventually.TrueAsync(() => server.Signals.CountOf("silence") == 0);
    }

    [Fact]
    public async Task An_interceptor_that_breaks_4500_and_the_log_has_it()
    {
        await using var server = await StartWithInterceptorAsync();
        await using var connecting = await server.OpenSocketAsync();

        await connecting.SendTextAsync("""{"type":"connection_init","payload":{"Authorization":"Bearer broken"}}""");

        Assert.Equal((4500, "Internal server error"), await connecting.ReceiveCloseAsync());
        await connecting.Socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await Eventually.TrueAsync(() => server.Errors.Entries.Count(entry => entry.Contains("interceptor broke", StringComparison.Ordinal)) == 1);
    }

    [Fact]
    public async Task A_client_that_reads_nothing_is_cut_off_when_it_owes_an_answer_to_a_ping()
    {
        await using var server = await TestServer.StartAsync(options => options.KeepAliveInterval = TimeSpan.FromMilliseconds(200));
        await using var socket = await server.ConnectAsync();
        await socket.SubscribeAsync("1", "subscription { flood }");
        await Eventually.TrueAsync(() => server.Signals.CountOf("flood") == 1);

        await Eventually.TrueAsync(() => server.Signals.CountOf("flood") == 0);
        Assert.Empty(server.Errors.Entries);
    }

    [Fact]
    public async Task A_binary_message_4400()
    {
        await using var server = await TestServer.StartAsync();
        await using var socket = await server.ConnectAsync();

        await socket.Socket.SendAsync("""{"type":"ping"}"""u8.ToArray(), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);

        Assert.Equal((4400, "Invalid message received"), await socket.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_client_that_takes_too_long_to_read_a_message_is_cut_off_though_it_answers_pings()
    {
        await using var server = await TestServer.StartAsync(options =>
        {
            options.RevalidationInterval = TimeSpan.FromMilliseconds(50);
            options.SocketSendTimeout = TimeSpan.FromMilliseconds(300);
        });
        await using var socket = await server.ConnectAsync();
        await socket.SubscribeAsync("1", "subscription { flood }");
        await Eventually.TrueAsync(() => server.Signals.CountOf("flood") == 1);

        await Eventually.TrueAsync(() => server.Signals.CountOf("flood") == 0);
        Assert.Empty(server.Errors.Entries);
    }

    [Fact]
    public async Task One_socket_more_than_a_client_may_have_is_refused_until_another_closes()
    {
        await using var server = await TestServer.StartAsync(options => options.MaxConnectionsPerClient = 2);
        await using var first = await server.ConnectAsync();
        await using var second = await server.ConnectAsync();

        await Assert.ThrowsAsync<WebSocketException>(() => server.OpenSocketAsync());

        await first.Socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await Eventually.TrueAsync(async () =>
        {
            try
            {
                await using var again = await server.ConnectAsync();
                return true;
            }
            catch (WebSocketException)
            {
                return false;
            }
        });
    }

    [Fact]
    public async Task A_socket_whose_token_has_too_many_already_4429()
    {
        await using var server = await TestServer.StartAsync(
            options => options.MaxConnectionsPerClient = 1,
            builder => builder.AddRequestInterceptor<TestInterceptor>());
        await using var first = await server.ConnectAsync(new JsonObject { ["Authorization"] = TestInterceptor.Token });
        await using var second = await server.OpenSocketAsync();

        await second.SendTextAsync("""{"type":"connection_init","payload":{"Authorization":"Bearer good"}}""");

        Assert.Equal((4429, "Too many connections"), await second.ReceiveCloseAsync());
    }

    [Fact]
    public async Task A_client_that_closes_its_half_of_the_connection_is_gone()
    {
        await using var server = await TestServer.StartAsync();
        using var client = new System.Net.Sockets.TcpClient();
        await client.ConnectAsync(server.Url.Host, server.Url.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(
            "GET /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: c3RvcmVmcm9udC10ZXN0cw==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n"));
        await stream.WriteAsync(Masked("""{"type":"connection_init"}"""));
        await stream.WriteAsync(Masked("""{"type":"subscribe","id":"1","payload":{"query":"subscription{silence}"}}"""));
        await Eventually.TrueAsync(() => server.Signals.CountOf("silence") == 1);

        client.Client.Shutdown(System.Net.Sockets.SocketShutdown.Send);

        await Eventually.TrueAsync(() => server.Signals.CountOf("silence") == 0);
        Assert.Empty(server.Errors.Entries);
    }

    // A mask of zeros leaves the text as it is; it is shorter than 126 bytes.
    private static byte[] Masked(string text) => [0x81, (byte)(0x80 | text.Length), 0, 0, 0, 0, .. System.Text.Encoding.ASCII.GetBytes(text)];

    private static Task<TestServer> StartWithInterceptorAsync() => TestServer.StartAsync(
        options => options.RevalidationInterval = TimeSpan.FromMilliseconds(50),
        builder => builder.AddRequestInterceptor<TestInterceptor>());

    private static TestInterceptor InterceptorOf(TestServer server) => (TestInterceptor)server.Services.GetRequiredService<GraphQLRequestInterceptor>();
}
