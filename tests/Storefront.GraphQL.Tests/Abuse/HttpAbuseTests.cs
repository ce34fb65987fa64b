using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.Tests.Support;
using Storefront.GraphQL.Tests.Validation;

namespace Storefront.GraphQL.Tests.Abuse;

/// <summary>The same over real HTTP: refused while it is read, and the server goes on.</summary>
[Collection(nameof(AloneCollection))]
public class HttpAbuseTests
{
    [Theory]
    [InlineData("10 000 aliases", "MaxTokens")]
    [InlineData("4 000 aliases", "MaxAliases")]
    [InlineData("200 levels", "MaxDepth")]
    [InlineData("1 MB of query", "MaxDocumentSize")]
    [InlineData("a fragment bomb, 2^40 fields", "MaxFields")]
    [InlineData("the same field 10 000 times", "MaxFields")]
    [InlineData("5 000 directives", "MaxTokens")]
    public async Task A_hostile_document_is_refused_by_the_name_of_the_limit(string name, string limit)
    {
        await using var server = await TestServer.StartAsync();
        var document = Encoding.UTF8.GetString(HostileRequests.All.Single(request => request.Name == name).Document);

        using var response = await server.PostAsync(document, "application/graphql-response+json");

        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]![0]!;
        Assert.Equal((400, "LIMIT_EXCEEDED"), ((int)response.StatusCode, error["extensions"]!["code"]!.GetValue<string>()));
        Assert.Equal(limit, error["extensions"]!["limit"]!.GetValue<string>());
        Assert.Contains($"({limit})", error["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_UTF8_is_a_bad_request()
    {
        await using var server = await TestServer.StartAsync();
        using var content = new ByteArrayContent([.. "{\"query\":\"{ hello(name: \\\""u8, 0xC3, 0x28, .. "\\\") }\"}"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var response = await server.Client.PostAsync("", content);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("not Unicode", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":{\"a\":", 10_000)]
    [InlineData("", 100_000)]
    public async Task Deep_JSON_is_refused_by_the_name_of_the_limit(string start, int levels)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync(HttpMethod.Post, body: start + new string('[', levels));

        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]![0]!;
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal("The request's JSON nests deeper than 64 levels (MaxJsonDepth). Nest less deeply.", error["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_not_read()
    {
        await using var server = await TestServer.StartAsync();
        var (answer, sent) = await SendEndlesslyAsync(server, "Content-Length: 104857600", isChunked: false, onlyHead: true);

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("larger than 1048576 bytes (MaxRequestSize)", answer, StringComparison.Ordinal);
        Assert.Equal(0, sent);
    }

    [Fact]
    public async Task A_hundred_megabytes_of_variables_are_refused_while_they_come()
    {
        await using var server = await TestServer.StartAsync();
        await SendEndlesslyAsync(server, "Transfer-Encoding: chunked", isChunked: true, onlyHead: false);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);

        var (answer, sent) = await SendEndlesslyAsync(server, "Transfer-Encoding: chunked", isChunked: true, onlyHead: false);

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("(MaxRequestSize)", answer, StringComparison.Ordinal);
        Assert.True(sent < 50 * 1024 * 1024, $"{sent} bytes were taken");
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - allocated < 16 * 1024 * 1024);
    }

    [Fact]
    public async Task A_socket_that_sends_too_much_is_closed_and_the_others_stay()
    {
        await using var server = await TestServer.StartAsync();
        await using var quiet = await server.ConnectAsync();
        await using var loud = await server.ConnectAsync();

        await loud.SendTextAsync("{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"" + new string('x', 2 * 1024 * 1024) + "\"}}");

        Assert.Equal(1009, (await loud.ReceiveCloseAsync()).Code);
        await quiet.SubscribeAsync("1", "{ hello }");
        Assert.Equal("next", (await quiet.ReceiveAsync())["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task Who_has_spent_the_budget_is_told_when_to_come_back()
    {
        await using var server = await TestServer.StartAsync(configure: builder =>
            builder.ModifyCostOptions(cost => (cost.ClientBudget, cost.ReportCost) = (new(3, 0.001), true)));
        for (var request = 0; request < 3; request++)
        {
            using var taken = await server.PostAsync("{ hello }", "application/graphql-response+json");
            Assert.Equal(200, (int)taken.StatusCode);
        }

        using var refused = await server.PostAsync("{ hello }", "application/graphql-response+json");
        using var legacy = await server.PostAsync("{ hello }");

        Assert.Equal((429, 200), ((int)refused.StatusCode, (int)legacy.StatusCode));
        var wait = refused.Headers.RetryAfter!.Delta!.Value;
        Assert.InRange(wait.TotalSeconds, 900, 1_001);
        var extensions = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["errors"]![0]!["extensions"]!;
        Assert.Equal(("RATE_LIMITED", (int)wait.TotalSeconds), (extensions["code"]!.GetValue<string>(), extensions["retryAfter"]!.GetValue<int>()));
        Assert.NotNull(legacy.Headers.RetryAfter);
    }

    [Fact]
    public async Task The_cost_can_be_asked_for_without_executing()
    {
        await using var server = await TestServer.StartAsync();

        using var validated = await server.PostAsync("mutation { trigger }", "application/json", ("GraphQL-Cost", "validate"));
        using var reported = await server.PostAsync("{ hello }", "application/json", ("GraphQL-Cost", "report"));

        var answer = JsonNode.Parse(await validated.Content.ReadAsStringAsync())!.AsObject();
        Assert.Equal((200, 0), ((int)validated.StatusCode, server.Signals.Numbers));
        Assert.Equal("extensions", Assert.Single(answer).Key);
        Assert.Contains("\"actualQueryCost\":1", await reported.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_executed_for_who_asks_the_cost_alone_where_costs_are_not_found()
    {
        await using var server = await TestServer.StartAsync(configure: builder => builder.ModifyCostOptions(options => options.SkipAnalyzer = true));

        using var validated = await server.PostAsync("mutation { trigger }", "application/json", ("GraphQL-Cost", "validate"));
        using var reported = await server.PostAsync("mutation { trigger }", "application/json", ("GraphQL-Cost", "report"));

        Assert.Contains("OPERATION_NOT_ALLOWED", await validated.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("{\"data\":{\"trigger\":1}}", await reported.Content.ReadAsStringAsync());
    }

    private static async Task<(string Answer, long Sent)> SendEndlesslyAsync(TestServer server, string header, bool isChunked, bool onlyHead)
    {
        const int Piece = 64 * 1024;
        using var client = new TcpClient();
        await client.ConnectAsync(server.Url.Host, server.Url.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: {server.Url.Authority}\r\nContent-Type: application/json\r\n{header}\r\n\r\n"));
        var sent = 0L;
        var piece = Encoding.ASCII.GetBytes(isChunked ? $"{Piece:x}\r\n{new string('[', Piece)}\r\n" : new string('[', Piece));
        try
        {
            while (!onlyHead && sent < 100 * 1024 * 1024 && !stream.DataAvailable)
            {
                await stream.WriteAsync(piece);
                sent += Piece;
            }
        }
        catch (IOException)
        {
            // The server has had enough and has closed.
        }

        var answer = new byte[8192];
        var length = 0;
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        try
        {
            int read;
            while (!Encoding.ASCII.GetString(answer, 0, length).Contains("\"errors\"", StringComparison.Ordinal)
                && (read = await stream.ReadAsync(answer.AsMemory(length), timeout.Token)) > 0)
            {
                length += read;
            }
        }
        catch (IOException)
        {
            // What has come so far is the answer.
        }

        return (Encoding.ASCII.GetString(answer, 0, length), sent);
    }
}
