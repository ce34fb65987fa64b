using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Http;

/// <summary>Who may ask for the schema: what the options say, unless the interceptor says otherwise for one request.</summary>
public class IntrospectionAllowanceTests
{
    private const string Whole = "{ __schema { queryType { name } } }";
    private const string InFragment = "{ ...F } fragment F on Query { ... { __type(name: \"Query\") { name } } }";

    // A document that is known from one request may be sent by another.
    [Theory]
    [InlineData(Whole, true)]
    [InlineData(Whole, false)]
    [InlineData(InFragment, true)]
    [InlineData(InFragment, false)]
    public async Task A_request_is_allowed_or_refused_whoever_sent_the_document_before(string document, bool byDefault)
    {
        await using var server = await StartAsync(byDefault);

        Assert.Equal(!byDefault, await IsAllowedAsync(server, document, !byDefault));
        Assert.Equal(byDefault, await IsAllowedAsync(server, document, null));
        Assert.True(await IsAllowedAsync(server, document, true));
        Assert.False(await IsAllowedAsync(server, document, false));
        Assert.True(await IsAllowedAsync(server, document, true));
    }

    [Fact]
    public async Task The_name_of_a_type_is_always_allowed()
    {
        await using var server = await StartAsync(false);

        Assert.True(await IsAllowedAsync(server, "{ __typename hello }", false));
    }

    [Theory]
    [InlineData(null, 404)]
    [InlineData("false", 404)]
    [InlineData("true", 200)]
    public async Task The_explorer_is_for_those_who_may(string? allowed, int status)
    {
        await using var server = await StartAsync(false);

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{server.Url}/schema.graphql"));
        request.Headers.Add(Interceptor.Header, allowed ?? "default");
        using var response = await server.Client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
    }

    private static Task<TestServer> StartAsync(bool byDefault) => TestServer.StartAsync(configure: builder =>
        builder.AddRequestInterceptor<Interceptor>().ModifyRequestOptions(options => options.AllowIntrospection = byDefault));

    private static async Task<bool> IsAllowedAsync(TestServer server, string document, bool? allowed)
    {
        using var response = await server.PostAsync(document, "application/json", (Interceptor.Header, allowed?.ToString() ?? "default"));
        var errors = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"];
        Assert.StartsWith("GraphQL introspection has been disabled", (string?)errors?[0]!["message"] ?? "GraphQL introspection has been disabled", StringComparison.Ordinal);
        return errors is null;
    }

    private sealed class Interceptor : GraphQLRequestInterceptor
    {
        public const string Header = "X-Introspection";

        public override bool? AllowIntrospection(HttpContext context) =>
            bool.TryParse(context.Request.Headers[Header], out var allowed) ? allowed : null;
    }
}
