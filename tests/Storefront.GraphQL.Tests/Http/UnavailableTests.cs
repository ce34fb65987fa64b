using System.Net;
using System.Text.Json.Nodes;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Tests.Support;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Tests.Http;

/// <summary>What the server needs is not there: the client learns that nothing was done and when to ask again.</summary>
public class UnavailableTests
{
    [Theory]
    [InlineData("{ hello gone }", "application/graphql-response+json")]
    [InlineData("{ hello gone }", "application/json")]
    [InlineData("mutation { store }", "application/graphql-response+json")]
    [InlineData("mutation { storeOrNull }", "application/json")]
    [InlineData("mutation { store trigger }", "application/json")]
    public async Task What_has_done_nothing_is_refused_as_a_whole_with_503(string document, string accept)
    {
        await using var server = await StartAsync();

        using var response = await server.PostAsync(document, accept);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter!.Delta);
        Assert.Equal(accept, response.Content.Headers.ContentType!.MediaType);
        Assert.False(body.AsObject().ContainsKey("data"));
        var error = Assert.Single(body["errors"]!.AsArray())!;
        Assert.Equal("""{"code":"UNAVAILABLE","retryAfter":7}""", error["extensions"]!.ToJsonString());
        Assert.Null(error["path"]);
        Assert.Equal(0, server.Signals.Numbers);
    }

    [Theory]
    [InlineData("mutation { trigger store }", """{"data":null""")]
    [InlineData("mutation { storeOrNull trigger }", """{"data":{"storeOrNull":null,"trigger":1}""")]
    [InlineData("mutation { stored { gone } }", """{"data":{"stored":{"gone":null}}""")]
    public async Task A_mutation_of_which_something_may_be_done_says_what_is_missing(string document, string begin)
    {
        await using var server = await StartAsync();

        using var response = await server.PostAsync(document, "application/graphql-response+json");
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith(begin, body, StringComparison.Ordinal);
        Assert.Contains("UNAVAILABLE", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscription_that_cannot_begin_says_so_on_its_stream_and_another_fault_stays_one()
    {
        await using var server = await StartAsync();

        using var stream = await server.PostAsync("subscription { unheard }", "text/event-stream");
        using var broken = await server.PostAsync("{ hello broken }", "application/json");

        Assert.Contains("UNAVAILABLE", await stream.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, broken.StatusCode);
        Assert.Contains("INTERNAL", await broken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<TestServer> StartAsync() => TestServer.StartAsync(configure: builder => builder
        .AddTypeExtension<MoreQueries>()
        .AddTypeExtension<MoreMutations>()
        .AddTypeExtension<MoreSubscriptions>()
        .ModifyRequestOptions(options => options.ErrorFilter = error => error.Exception is not TimeoutException
            ? error
            : new GraphQLError
            {
                Message = "Later.",
                Code = ErrorCodes.Unavailable,
                Extensions = new Dictionary<string, object?> { ["retryAfter"] = 7 },
                Exception = error.Exception,
            }));

    [ExtendObjectType("Query")]
    private sealed class MoreQueries
    {
        public static async Task<string?> Gone()
        {
            await Task.Yield();
            throw new TimeoutException();
        }
    }

    [ExtendObjectType("Mutation")]
    private sealed class MoreMutations
    {
        public static int Store() => throw new TimeoutException();

        public static int? StoreOrNull() => throw new TimeoutException();

        public static Stored Stored() => new(1);
    }

    private sealed class Stored(int number)
    {
        public int Number => number;

        [GraphQLName("gone")]
        public string? Gone() => throw new TimeoutException($"{number} is out of reach.");
    }

    [ExtendObjectType("Subscription")]
    private sealed class MoreSubscriptions
    {
        [Subscribe]
        public static IAsyncEnumerable<int> Unheard() => throw new TimeoutException();
    }
}
