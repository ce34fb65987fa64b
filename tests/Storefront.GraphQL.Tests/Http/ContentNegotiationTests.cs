using System.Net;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Http;

public class ContentNegotiationTests
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";

    [Theory]
    [InlineData("*/*", Json)]
    [InlineData("", Json)]
    [InlineData("application/*", Json)]
    [InlineData(Json, Json)]
    [InlineData("APPLICATION/JSON", Json)]
    [InlineData(GraphQLResponse, GraphQLResponse)]
    [InlineData("application/graphql-response+json, application/json;q=0.9", GraphQLResponse)]
    [InlineData("application/json;q=0.5, application/graphql-response+json;q=0.8", GraphQLResponse)]
    [InlineData("application/json, application/graphql-response+json", Json)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Json)]
    [InlineData("application/json;q=0, */*", GraphQLResponse)]
    [InlineData("application/json;q=0.1, */*", GraphQLResponse)]
    [InlineData("*/*, application/json;q=0.1, application/json", Json)]
    [InlineData("application/json;q=0.1, application/graphql-response+json;q=0.2, */*", GraphQLResponse)]
    [InlineData("*/*, application/json", Json)]
    [InlineData("application/json;q=0.9, */*;q=0.8", Json)]
    [InlineData("application/json; charset=iso-8859-1;q=0.1, */*", Json)]
    [InlineData("application/graphql-response+json; charset=utf-8", GraphQLResponse)]
    [InlineData("text/plain, application/json; charset=\"UTF-8\"", Json)]
    public async Task The_best_acceptable_media_type_is_answered(string accept, string expected)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.PostAsync("{ hello }", accept);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("utf-8", response.Content.Headers.ContentType.CharSet);
        Assert.Equal("""{"data":{"hello":"Hello, world!"}}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json;q=0")]
    [InlineData("image/png, text/plain")]
    public async Task What_cannot_be_given_is_not_acceptable(string accept)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.PostAsync("{ hello }", accept);

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
        Assert.Contains(GraphQLResponse, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ hello", Json, 200)]
    [InlineData("{ hello", GraphQLResponse, 400)]
    [InlineData("{ nothing }", Json, 200)]
    [InlineData("{ nothing }", GraphQLResponse, 400)]
    [InlineData("query ($name: Int!) { hello }", GraphQLResponse, 400)]
    [InlineData("query A { hello } query B { hello }", Json, 200)]
    [InlineData("query A { hello } query B { hello }", GraphQLResponse, 400)]
    [InlineData("{ refused hello }", Json, 200)]
    [InlineData("{ refused hello }", GraphQLResponse, 200)]
    [InlineData("{ broken }", GraphQLResponse, 200)]
    [InlineData("subscription { events }", Json, 406)]
    [InlineData("subscription { events }", GraphQLResponse, 406)]
    public async Task The_status_says_how_far_the_request_came(string document, string accept, int expected)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.PostAsync(document, accept);

        Assert.Equal(expected, (int)response.StatusCode);
        Assert.Contains("\"errors\":[{", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
