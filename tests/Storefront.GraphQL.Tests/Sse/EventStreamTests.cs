using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Sse;

public class EventStreamTests
{
    private const string EventStream = "text/event-stream";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_event_is_next_and_the_end_is_complete(bool isGet)
    {
        await using var server = await TestServer.StartAsync();

        await using var stream = await OpenAsync(server, "subscription { countdown(from: 2) }", isGet);

        Assert.Equal(EventStream, stream.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            [("next", """{"data":{"countdown":2}}"""), ("next", """{"data":{"countdown":1}}"""), ("complete", "")],
            (await stream.ReadAllAsync()).Select(item => (item.Name, item.Data)));
    }

    [Fact]
    public async Task A_query_and_a_mutation_are_one_event()
    {
        await using var server = await TestServer.StartAsync();

        await using var query = await OpenAsync(server, "{ hello }", isGet: true);
        await using var mutation = await OpenAsync(server, "mutation { trigger }");

        Assert.Equal(["""{"data":{"hello":"Hello, world!"}}""", ""], (await query.ReadAllAsync()).Select(item => item.Data));
        Assert.Equal(["""{"data":{"trigger":1}}""", ""], (await mutation.ReadAllAsync()).Select(item => item.Data));
    }

    [Theory]
    [InlineData("{ hello")]
    [InlineData("subscription { nothing }")]
    [InlineData("subscription { closed }")]
    public async Task A_request_error_is_an_event_of_an_accepted_stream(string document)
    {
        await using var server = await TestServer.StartAsync();

        await using var stream = await OpenAsync(server, document);

        var events = await stream.ReadAllAsync();
        Assert.Equal(["next", "complete"], events.Select(item => item.Name));
        Assert.NotNull(events[0].Json["errors"]);
        Assert.False(events[0].Json.AsObject().ContainsKey("data"));
    }

    [Fact]
    public async Task A_source_that_fails_is_told_and_the_stream_completes()
    {
        await using var server = await TestServer.StartAsync();

        await using var stream = await OpenAsync(server, "subscription { breaking }");

        var events = await stream.ReadAllAsync();
        Assert.Equal(["next", "next", "complete"], events.Select(item => item.Name));
        Assert.Equal("INTERNAL", (string)events[1].Json["errors"]![0]!["extensions"]!["code"]!);
    }

    [Fact]
    public async Task An_EventSource_that_asks_again_after_the_end_is_told_to_stop()
    {
        await using var server = await TestServer.StartAsync();
        await using var stream = await OpenAsync(server, "subscription { countdown(from: 1) }", isGet: true);
        var last = (await stream.ReadAllAsync())[^1];

        using var again = await server.GetAsync("subscription { countdown(from: 1) }", EventStream, ("Last-Event-ID", last.Id!));

        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
    }

    [Fact]
    public async Task Events_before_the_end_carry_no_id_so_that_a_cut_stream_is_opened_again()
    {
        await using var server = await TestServer.StartAsync();

        await using var stream = await OpenAsync(server, "subscription { countdown(from: 2) }", isGet: true);

        Assert.Equal([null, null, "complete"], (await stream.ReadAllAsync()).Select(item => item.Id));
    }

    [Fact]
    public async Task A_comment_opens_the_stream_and_others_keep_it_alive()
    {
        await using var server = await TestServer.StartAsync(options => options.KeepAliveInterval = TimeSpan.FromMilliseconds(20));

        await using var stream = await OpenAsync(server, "subscription { silence }", isGet: true);

        for (var count = 0; count < 3; count++)
        {
            Assert.Equal(":", (await stream.ReadAnyAsync())!.Name);
        }

        server.Signals.Release();
        Assert.Equal("""{"data":{"silence":0}}""", (await stream.ReadAsync())!.Data);
    }

    [Fact]
    public async Task When_the_client_goes_the_source_is_closed()
    {
        await using var server = await TestServer.StartAsync();
        var silence = await OpenAsync(server, "subscription { silence }");
        var events = await OpenAsync(server, "subscription { events }", isGet: true);
        await silence.ReadAnyAsync();
        await events.ReadAnyAsync();
        await Eventually.TrueAsync(() => server.Signals.CountOf("silence") == 1 && server.OpenTopics == 1);

        await silence.DisposeAsync();
        await events.DisposeAsync();

        await Eventually.TrueAsync(() => server.Signals.CountOf("silence") == 0 && server.OpenTopics == 0);
        Assert.Empty(server.Errors.Entries);
    }

    [Fact]
    public async Task A_reader_that_does_not_read_holds_back_its_source()
    {
        await using var server = await TestServer.StartAsync();
        await using var stream = await OpenAsync(server, "subscription { flood }");
        await stream.ReadAsync();

        // The network's buffers fill, then nothing more is made.
        var before = 0;
        var after = -1;
        while (before != after)
        {
            before = after;
            await Task.Delay(150);
            after = server.Signals.Numbers;
        }

        Assert.True(after < 2_000, $"{after} events of 100 kB were made for a reader that does not read.");
    }

    [Fact]
    public async Task A_revoked_token_ends_the_stream_and_says_why()
    {
        await using var server = await TestServer.StartAsync(
            options => options.KeepAliveInterval = TimeSpan.FromMilliseconds(20),
            builder => builder.AddRequestInterceptor<TestInterceptor>());
        var interceptor = (TestInterceptor)server.Services.GetRequiredService<GraphQLRequestInterceptor>();
        await using var stream = await OpenAsync(server, "subscription { silence }", isGet: true);
        await stream.ReadAnyAsync();

        interceptor.IsRevoked = true;

        var events = await stream.ReadAllAsync();
        Assert.Equal(["next", "complete"], events.Select(item => item.Name));
        Assert.Equal("UNAUTHENTICATED", (string)events[0].Json["errors"]![0]!["extensions"]!["code"]!);
        await Eventually.TrueAsync(() => server.Signals.CountOf("silence") == 0);
    }

    [Fact]
    public async Task An_event_that_knows_its_place_carries_it_and_a_client_that_comes_back_goes_on_behind_it()
    {
        await using var server = await TestServer.StartAsync();
        await using var stream = await OpenAsync(server, "subscription { log(to: 3) { sequence } }", isGet: true);
        Assert.Equal(["1", "2", "3", "complete"], (await stream.ReadAllAsync()).Select(item => item.Id));

        using var again = await server.GetAsync("subscription { log(to: 3) { sequence } }", EventStream, ("Last-Event-ID", "2"));
        await using var resumed = new TestEventStream(again);

        Assert.Equal(["""{"data":{"log":{"sequence":3}}}""", ""], (await resumed.ReadAllAsync()).Select(item => item.Data));
    }

    [Theory]
    [InlineData("subscription { log(to: 9, after: 2) { sequence } }")]
    [InlineData("subscription ($after: Long = 1) { log(after: $after, to: 9) { sequence } }")]
    public async Task The_last_event_that_was_seen_goes_before_what_the_document_says(string document)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.PostAsync(document, EventStream, ("Last-Event-ID", "8"));
        await using var stream = new TestEventStream(response);

        Assert.Equal(["9", "complete"], (await stream.ReadAllAsync()).Select(item => item.Id));
    }

    [Fact]
    public async Task An_id_that_is_none_of_the_stream_is_an_error_and_not_a_fresh_start()
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.GetAsync("subscription { log(to: 3) { sequence } }", EventStream, ("Last-Event-ID", "yesterday"));
        await using var stream = new TestEventStream(response);

        Assert.NotNull((await stream.ReadAsync())!.Json["errors"]);
    }

    [Fact]
    public async Task A_client_is_told_how_long_to_wait_before_it_asks_again_each_another_time()
    {
        await using var server = await TestServer.StartAsync(options => options.ReconnectDelay = TimeSpan.FromSeconds(3));
        var delays = new List<int>();
        for (var count = 0; count < 5; count++)
        {
            await using var stream = await OpenAsync(server, "{ hello }");
            await stream.ReadAllAsync();
            delays.Add(stream.Retry!.Value);
        }

        Assert.All(delays, delay => Assert.InRange(delay, 3000, 6000));
        Assert.True(delays.Distinct().Count() > 1);
    }

    [Fact]
    public async Task One_stream_more_than_a_client_may_have_is_refused_until_another_ends()
    {
        await using var server = await TestServer.StartAsync(options => options.MaxConnectionsPerClient = 1);
        var stream = await OpenAsync(server, "subscription { silence }");
        await stream.ReadAnyAsync();

        using var refused = await server.PostAsync("subscription { silence }", EventStream);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        var error = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["errors"]![0]!["extensions"]!;
        Assert.Equal("RATE_LIMITED", error["code"]!.GetValue<string>());
        Assert.InRange(error["retryAfter"]!.GetValue<int>(), 2, 4);
        Assert.Equal(TimeSpan.FromSeconds(error["retryAfter"]!.GetValue<int>()), refused.Headers.RetryAfter!.Delta);
        await stream.DisposeAsync();
        await Eventually.TrueAsync(async () =>
        {
            using var again = await server.PostAsync("{ hello }", EventStream);
            return again.StatusCode == HttpStatusCode.OK;
        });
    }

    [Fact]
    public async Task One_stream_more_than_may_come_from_an_address_is_refused_whoever_asks()
    {
        await using var server = await TestServer.StartAsync(options => (options.MaxConnectionsPerClient, options.MaxConnectionsPerAddress) = (10, 2));
        await using var first = await OpenAsync(server, "subscription { silence }");
        await first.ReadAnyAsync();
        await using var socket = await server.ConnectAsync();

        using var refused = await server.PostAsync("subscription { silence }", EventStream);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        await Assert.ThrowsAsync<WebSocketException>(() => server.OpenSocketAsync());
        await first.DisposeAsync();
        await Eventually.TrueAsync(async () =>
        {
            using var again = await server.PostAsync("{ hello }", EventStream);
            return again.StatusCode == HttpStatusCode.OK;
        });
    }

    [Fact]
    public async Task A_server_that_stops_ends_its_streams_at_once_and_not_as_complete()
    {
        await using var server = await TestServer.StartAsync();
        await using var stream = await OpenAsync(server, "subscription { events }", isGet: true);
        await stream.ReadAnyAsync();

        var stopping = server.StopAsync();

        Assert.Empty(await stream.ReadAllAsync());
        await stopping.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private static async Task<TestEventStream> OpenAsync(TestServer server, string document, bool isGet = false)
    {
        var response = isGet ? await server.GetAsync(document, EventStream) : await server.PostAsync(document, EventStream);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new TestEventStream(response);
    }
}
