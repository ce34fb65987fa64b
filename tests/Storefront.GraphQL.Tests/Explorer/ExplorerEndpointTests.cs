using System.Net;
using System.Text.Json.Nodes;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Explorer;

/// <summary>What the explorer's script asks for: files, the schema, whether a document is valid.</summary>
public sealed class ExplorerEndpointTests
{
    [Theory]
    [InlineData("{ hello }", 0)]
    [InlineData("{ nothing }", 1)]
    [InlineData("{ hello", 1)]
    [InlineData("{ nothing more }", 2)]
    public async Task A_document_is_checked_by_the_rules_of_requests(string document, int errors)
    {
        await using var server = await TestServer.StartAsync();

        var answer = await ValidateAsync(server, document);

        Assert.Equal(errors, answer["errors"]?.AsArray().Count ?? 0);
        Assert.All(answer["errors"]?.AsArray() ?? [], error => Assert.True((int)error!["locations"]![0]!["line"]! == 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Checking_a_mutation_does_not_run_it(bool hasCosts)
    {
        await using var server = await TestServer.StartAsync(configure: graphql => graphql.ModifyRequestOptions(options => options.Cost.SkipAnalyzer = !hasCosts));

        var answer = await ValidateAsync(server, "mutation { trigger }");

        Assert.Null(answer["data"]);
        Assert.Empty(answer["errors"]?.AsArray() ?? []);
        Assert.Equal(hasCosts, answer["extensions"]?["cost"] is not null);
        Assert.Equal(0, server.Signals.Numbers);
    }

    [Fact]
    public async Task What_is_no_request_is_refused_with_its_status()
    {
        await using var server = await TestServer.StartAsync(options => options.MaxRequestSize = 1000);

        using var large = await server.SendAsync(HttpMethod.Post, "/graphql/validate", body: $$"""{"query":"{{new string(' ', 2000)}}"}""");
        using var form = await server.SendAsync(HttpMethod.Post, "/graphql/validate", body: "query=x", contentType: "application/x-www-form-urlencoded");
        using var read = await server.SendAsync(HttpMethod.Get, "/graphql/validate");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
    }

    [Theory]
    [InlineData("explorer.js", "text/javascript")]
    [InlineData("explorer.css", "text/css")]
    [InlineData("schema.json", "application/json")]
    public async Task A_file_is_kept_for_good_under_its_version_and_asked_for_again_without(string name, string type)
    {
        await using var server = await TestServer.StartAsync();
        using var first = await server.SendAsync(HttpMethod.Get, $"/graphql/assets/{name}");
        var tag = first.Headers.ETag!.Tag;

        using var versioned = await server.SendAsync(HttpMethod.Get, $"/graphql/assets/{name}?v={tag.Trim('"')}");
        using var again = await server.SendAsync(HttpMethod.Get, $"/graphql/assets/{name}", headers: ("If-None-Match", tag));
        using var compressed = await server.SendAsync(HttpMethod.Get, $"/graphql/assets/{name}", headers: ("Accept-Encoding", "gzip, br"));

        Assert.Equal(type, first.Content.Headers.ContentType!.MediaType);
        Assert.Contains("no-cache", first.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("immutable", versioned.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal("gzip", compressed.Content.Headers.ContentEncoding.Single());
    }

    [Fact]
    public async Task The_script_is_one_module_that_imports_nothing_and_names_no_host()
    {
        await using var server = await TestServer.StartAsync();
        using var response = await server.SendAsync(HttpMethod.Get, "/graphql/assets/explorer.js");

        var script = await response.Content.ReadAsStringAsync();

        Assert.DoesNotMatch("(?m)^import |https?://|innerHTML|eval\\(", script);
    }

    [Fact]
    public async Task The_schema_can_be_taken_away_as_a_document()
    {
        await using var server = await TestServer.StartAsync();
        using var response = await server.SendAsync(HttpMethod.Get, "/graphql/schema.graphql");

        Assert.Contains("type Query {", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(false, true)]
    public async Task Without_introspection_or_when_it_is_switched_off_there_is_no_explorer(bool? enable, bool introspection)
    {
        await using var server = await TestServer.StartAsync(
            options => options.Tool.Enable = enable,
            graphql => graphql.ModifyRequestOptions(options => options.AllowIntrospection = introspection));

        using var page = await server.SendAsync(HttpMethod.Get, headers: ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
        using var schema = await server.SendAsync(HttpMethod.Get, "/graphql/assets/schema.json");
        using var check = await server.SendAsync(HttpMethod.Post, "/graphql/validate", body: """{"query":"{ hello }"}""");

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains("Must provide", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, schema.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, check.StatusCode);
    }

    private static async Task<JsonNode> ValidateAsync(TestServer server, string document)
    {
        using var response = await server.SendAsync(HttpMethod.Post, "/graphql/validate", body: new JsonObject { ["query"] = document }.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }
}
