using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Storefront.Hosting;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Api;

/// <summary>What the public API lets a client spend, and what its settings change.</summary>
public class ApiLimitTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task Every_answer_says_what_it_cost_and_what_is_left()
    {
        using var client = host.CreateClient();

        var cost = (await AskAsync(client, "{ plans { key prices { interval } } }"))["extensions"]!["cost"]!;

        Assert.Equal(["requestedQueryCost", "actualQueryCost", "fieldCost", "typeCost", "maxFieldCost", "maxTypeCost", "throttleStatus"], cost.AsObject().Select(entry => entry.Key));
        Assert.InRange(cost["actualQueryCost"]!.GetValue<int>(), 2, cost["requestedQueryCost"]!.GetValue<int>());
        Assert.Equal(10_000, cost["maxFieldCost"]!.GetValue<int>());
        Assert.Equal(20_000, cost["throttleStatus"]!["maximumAvailable"]!.GetValue<int>());
    }

    [Fact]
    public async Task What_would_cost_too_much_is_refused_by_name()
    {
        using var client = host.CreateClient();
        var plans = string.Join(' ', Enumerable.Range(0, 400).Select(index => $"p{index}: plans {{ prices {{ amount {{ amount }} }} }}"));

        var error = (await AskAsync(client, $"{{ {plans} }}"))["errors"]!.AsArray().Single()!;

        Assert.Equal("COST_EXCEEDED", error["extensions"]!["code"]!.GetValue<string>());
        Assert.Contains("at most 10000 is allowed", error["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_has_spent_its_budget_is_told_when_to_ask_again()
    {
        await using var poor = await StorefrontHost.StartAsync(configure: builder =>
        {
            builder.Configuration["GraphQL:Budgets:Anonymous:MaximumAvailable"] = "50";
            builder.Configuration["GraphQL:Budgets:Anonymous:RestoreRate"] = "0.01";
        });
        using var client = poor.CreateClient();
        client.DefaultRequestHeaders.Add("Accept", "application/graphql-response+json");
        HttpResponseMessage response;
        do
        {
            response = await client.PostAsJsonAsync("/graphql", new { query = "{ house { name } }" });
        }
        while (response.IsSuccessStatusCode);

        using (response)
        {
            Assert.Equal(429, (int)response.StatusCode);
            Assert.True(response.Headers.RetryAfter!.Delta > TimeSpan.FromSeconds(1));
            var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]![0]!["extensions"]!;
            Assert.Equal("RATE_LIMITED", error["code"]!.GetValue<string>());
            Assert.Equal((int)response.Headers.RetryAfter.Delta!.Value.TotalSeconds, error["retryAfter"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task A_viewer_has_so_many_streams_and_an_address_more()
    {
        await using var narrow = await StorefrontHost.StartAsync(configure: builder =>
        {
            builder.Configuration["GraphQL:Server:MaxConnectionsPerClient"] = "2";
            builder.Configuration["GraphQL:Server:MaxConnectionsPerAddress"] = "3";
        });
        using var ana = await ApiProgram.OfCustomerAsync(narrow);
        using var leo = await ApiProgram.OfCustomerAsync(narrow);
        const string events = "subscription { accountEvents { kind } }";
        await using var first = ana.ByEventStream(events);
        await first.AfterAsync(1);
        await using var second = ana.ByWebSocket(events);
        await second.AfterAsync(1);

        // Her third: by SSE at once, by WebSocket as soon as it says whose it is.
        using var refused = await OpenStreamAsync(ana, events);
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Contains("RATE_LIMITED", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var third = ana.ByWebSocket(events);
        Assert.Contains("4429", await third.FailureAsync(), StringComparison.Ordinal);

        // Another viewer has streams of his own, until the address they share has too many.
        await using var his = leo.ByEventStream(events);
        await his.AfterAsync(1);
        using var full = await OpenStreamAsync(leo, events);
        Assert.Equal(429, (int)full.StatusCode);
    }

    [Theory]
    [InlineData("GraphQL:Requests:MaxToken", "1")]
    [InlineData("GraphQL:Requests:Limits:MaxAliases", "many")]
    [InlineData("GraphQL:Server:Batching", "true")]
    public void A_setting_that_means_nothing_stops_the_start(string key, string value)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => StorefrontApp.Build(
            ["--environment", "Development"], builder => builder.Configuration[key] = value));

        Assert.Contains("settings of its API", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> OpenStreamAsync(ApiProgram program, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Add("Accept", "text/event-stream");
        return await program.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<JsonNode> AskAsync(HttpClient client, string query)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query });
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
