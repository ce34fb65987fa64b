using System.Text.Json.Nodes;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Http;

public class BatchTests
{
    [Fact]
    public async Task Batches_are_refused_unless_they_are_switched_on()
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync(HttpMethod.Post, body: """[{"query":"{ hello }"}]""");

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("Batches are not supported", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_is_answered_in_its_order_whatever_becomes_of_each()
    {
        await using var server = await StartAsync();

        using var response = await server.SendAsync(
            HttpMethod.Post, body: """[{"query":"mutation { trigger }"},{"query":"{ nothing }"},{"query":"mutation { trigger }"},{"query":"subscription { events }"}]""");

        var answers = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsArray();
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal([1, 2], [answers[0]!["data"]!["trigger"]!.GetValue<int>(), answers[2]!["data"]!["trigger"]!.GetValue<int>()]);
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", answers[1]!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Equal("OPERATION_NOT_ALLOWED", answers[3]!["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("[]", "one or more")]
    [InlineData("[1]", "one or more")]
    [InlineData("""[{"query":"{ hello }"},{}]""", "Must provide")]
    [InlineData("""[{"query":"{ hello }"},{"query":1}]""", "must be a string")]
    [InlineData("""[{"query":"{ hello }"},{"query":"{ hello }"},{"query":"{ hello }"},{"query":"{ hello }"},{"query":"{ hello }"}]""", "more than 4 requests (MaxBatchSize)")]
    [InlineData("""[{"query":"{ hello }"}] 1""", "not JSON")]
    public async Task A_batch_that_is_wrong_or_too_long_is_refused_as_a_whole(string body, string message)
    {
        await using var server = await StartAsync();

        using var response = await server.SendAsync(HttpMethod.Post, body: body);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains(message, JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_cannot_be_streamed()
    {
        await using var server = await StartAsync();

        using var response = await server.SendAsync(HttpMethod.Post, body: """[{"query":"{ hello }"}]""", headers: ("Accept", "text/event-stream"));

        Assert.Equal(406, (int)response.StatusCode);
    }

    private static Task<TestServer> StartAsync() => TestServer.StartAsync(options => (options.EnableBatching, options.MaxBatchSize) = (true, 4));
}
