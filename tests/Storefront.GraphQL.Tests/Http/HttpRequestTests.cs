using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Http;

public class HttpRequestTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async Task InitializeAsync() => server = await TestServer.StartAsync(
        options => options.MaxRequestSize = 10_000,
        builder => builder.AddRequestInterceptor<TestInterceptor>());

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("[]", "Batches")]
    [InlineData("""[{"query":"{ hello }"}]""", "Batches")]
    [InlineData("\"{ hello }\"", "object")]
    [InlineData("null", "object")]
    [InlineData("{", "JSON")]
    [InlineData("", "JSON")]
    [InlineData("""{"query":"{ hello }"} more""", "JSON")]
    [InlineData("""{"query":"{ hello }",}""", "JSON")]
    [InlineData("""{"query":"\ud83d"}""", "Unicode")]
    [InlineData("""{"query":"{ hello }","operationName":"\udc00"}""", "Unicode")]
    [InlineData("{}", "query")]
    [InlineData("""{"query":null}""", "query")]
    [InlineData("""{"query":{"a":1}}""", "query")]
    [InlineData("""{"query":"{ hello }","operationName":1}""", "operationName")]
    [InlineData("""{"query":"{ hello }","variables":[1]}""", "variables")]
    [InlineData("""{"query":"{ hello }","variables":"{}"}""", "variables")]
    [InlineData("""{"query":"{ hello }","extensions":true}""", "extensions")]
    public async Task A_body_that_is_no_request_is_refused_and_says_why(string body, string reason)
    {
        using var response = await server.SendAsync(HttpMethod.Post, body: body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]![0]!;
        Assert.Contains(reason, (string)error["message"]!, StringComparison.Ordinal);
        Assert.Equal("BAD_USER_INPUT", (string)error["extensions"]!["code"]!);
    }

    [Theory]
    [InlineData("""{"query":"query ($name: String) { hello(name: $name) }","variables":{"name":"A\u0041 \ud83c\udf89"},"operationName":null,"extensions":{"a":[1]},"unknown":[{}]}""", "Hello, AA 🎉!")]
    [InlineData("""{"variables":{"name":"first"},"query":"query A { hello } query B($name: String) { hello(name: $name) }","operationName":"B"}""", "Hello, first!")]
    [InlineData("\uFEFF{\"query\":\"{ hello }\"}", "Hello, world!")]
    [InlineData("""  { "query" : "{ h: hello }" }  """, "Hello, world!")]
    [InlineData("""{"query":"{ hello(name: \"\\u{1F389}\") }"}""", "Hello, 🎉!")]
    public async Task A_request_is_read_as_it_is_written(string body, string expected)
    {
        using var response = await server.SendAsync(HttpMethod.Post, body: body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var data = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["data"]!.AsObject();
        Assert.Equal(expected, (string)data.Single().Value!);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_refused()
    {
        using var content = new ByteArrayContent([.. "{\"query\":\"{ hello(name: \\\""u8, 0xC3, 0x28, .. "\\\") }\"}"u8]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");

        using var response = await server.Client.PostAsync(string.Empty, content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("application/graphql")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json; charset=utf-16")]
    public async Task A_body_of_another_media_type_is_refused(string contentType)
    {
        using var response = await server.SendAsync(HttpMethod.Post, body: """{"query":"{ hello }"}""", contentType: contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("Application/JSON")]
    public async Task A_body_in_UTF8_is_read(string contentType)
    {
        using var response = await server.SendAsync(HttpMethod.Post, body: """{"query":"{ hello(name: \"ñ\") }"}""", contentType: contentType);

        Assert.Equal("""{"data":{"hello":"Hello, ñ!"}}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused_with_a_length_and_without(bool isChunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, string.Empty)
        {
            Content = new StringContent("""{"query":"{ hello }","extensions":{"x":"…"}}""".Replace("…", new string('x', 20_000), StringComparison.Ordinal), Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = isChunked;

        using var response = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("10000", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chunked_body_within_the_limit_is_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, string.Empty)
        {
            Content = new StringContent("""{"query":"{ text(length: 3) }","extensions":{"x":"…"}}""".Replace("…", new string('x', 9_000), StringComparison.Ordinal), Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = true;

        using var response = await server.Client.SendAsync(request);

        Assert.Equal("""{"data":{"text":"xxx"}}""", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public async Task Another_method_is_not_allowed(string method)
    {
        using var response = await server.SendAsync(new HttpMethod(method), body: method == "HEAD" ? null : """{"query":"{ hello }"}""");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_GET_reads_its_parameters_from_the_address()
    {
        using var response = await server.SendAsync(
            HttpMethod.Get,
            $"?query={Uri.EscapeDataString("query A { user } query B($name: String) { hello(name: $name) }")}&operationName=B&variables={Uri.EscapeDataString("""{"name":"ñ&"}""")}&extensions=%7B%7D");

        Assert.Equal("""{"data":{"hello":"Hello, ñ&!"}}""", await response.Content.ReadAsStringAsync());
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?query=")]
    [InlineData("?query=%7Bhello%7D&variables=%5B%5D")]
    [InlineData("?query=%7Bhello%7D&variables=%7B")]
    [InlineData("?query=%7Bhello%7D&extensions=1")]
    public async Task A_GET_that_is_no_request_is_refused(string query)
    {
        using var response = await server.SendAsync(HttpMethod.Get, query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    [InlineData("text/event-stream")]
    public async Task A_mutation_by_GET_is_refused_and_not_run(string accept)
    {
        using var response = await server.GetAsync("mutation { trigger }", accept);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
        Assert.Contains("OPERATION_NOT_ALLOWED", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, server.Signals.Numbers);
    }

    [Fact]
    public async Task The_interceptor_adds_state_and_may_refuse()
    {
        using var allowed = await server.PostAsync("{ remembered }");
        using var refused = await server.PostAsync("{ remembered }", "application/graphql-response+json", ("X-Refuse", "yes"));

        Assert.Equal("""{"data":{"remembered":"nothing"}}""", await allowed.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("""{"errors":[{"message":"Not today.","extensions":{"code":"FORBIDDEN"}}]}""", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_client_that_goes_cancels_its_request_without_a_word_in_the_log()
    {
        using var gone = new CancellationTokenSource();
        using var content = new StringContent("""{"query":"{ wait }"}""", Encoding.UTF8, "application/json");
        var request = server.Client.PostAsync(string.Empty, content, gone.Token);
        await Eventually.TrueAsync(() => server.Signals.CountOf("wait") == 1);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await Eventually.TrueAsync(() => server.Signals.CountOf("wait") == 0);
        Assert.Empty(server.Errors.Entries);
    }
}
