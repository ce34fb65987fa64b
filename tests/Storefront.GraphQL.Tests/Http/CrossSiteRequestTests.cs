using System.Net;
using System.Net.WebSockets;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Http;

/// <summary>A visitor's sign-in cookie is of no use to another site.</summary>
public class CrossSiteRequestTests
{
    private const string Cookie = "signin=1";

    [Theory]
    [InlineData("same-origin", null, 200)]
    [InlineData("none", null, 200)]
    [InlineData("same-site", null, 403)]
    [InlineData("cross-site", null, 403)]
    [InlineData("nonsense", null, 403)]
    [InlineData(null, null, 403)]
    [InlineData(null, "own", 403)]
    [InlineData(null, "https://evil.example", 403)]
    [InlineData(null, "null", 403)]
    [InlineData("cross-site", "own", 403)]
    public async Task A_GET_with_the_cookie_must_come_from_this_site(string? site, string? origin, int expected)
    {
        await using var server = await TestServer.StartAsync();
        var headers = new List<(string, string)> { ("Cookie", Cookie) };
        if (site is not null)
        {
            headers.Add(("Sec-Fetch-Site", site));
        }

        if (origin is not null)
        {
            headers.Add(("Origin", origin == "own" ? server.Url.GetLeftPart(UriPartial.Authority) : origin));
        }

        using var json = await server.GetAsync("{ hello }", "application/json", [.. headers]);
        using var stream = await server.GetAsync("{ hello }", "text/event-stream", [.. headers]);

        Assert.Equal(expected, (int)json.StatusCode);
        Assert.Equal(expected, (int)stream.StatusCode);
        Assert.Equal(expected == 403, (await json.Content.ReadAsStringAsync()).Contains("\"code\":\"CROSS_SITE_REQUEST\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_cookie_or_with_a_token_any_site_may_ask()
    {
        await using var server = await TestServer.StartAsync();

        using var anonymous = await server.GetAsync("{ hello }", "application/json", ("Sec-Fetch-Site", "cross-site"));
        using var token = await server.GetAsync("{ hello }", "application/json", ("Sec-Fetch-Site", "cross-site"), ("Cookie", Cookie), ("Authorization", "Bearer x"));

        Assert.Equal(HttpStatusCode.OK, anonymous.StatusCode);
        Assert.Equal(HttpStatusCode.OK, token.StatusCode);
    }

    // A form of another site can send these without asking; JSON it cannot.
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task A_POST_that_a_form_could_send_is_not_read(string contentType)
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.SendAsync(HttpMethod.Post, body: """{"query":"mutation { trigger }"}""", contentType: contentType, headers: ("Cookie", Cookie));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal(0, server.Signals.Numbers);
    }

    [Fact]
    public async Task A_WebSocket_with_the_cookie_must_have_this_origin()
    {
        await using var server = await TestServer.StartAsync();
        var own = server.Url.GetLeftPart(UriPartial.Authority);

        await using var socket = await server.OpenSocketAsync(headers: [("Cookie", Cookie), ("Origin", own)]);
        await using var token = await server.OpenSocketAsync(headers: ("Origin", "https://evil.example"));

        Assert.Equal(WebSocketState.Open, socket.Socket.State);
        Assert.Equal(WebSocketState.Open, token.Socket.State);
        var refusal = await Assert.ThrowsAsync<WebSocketException>(() => server.OpenSocketAsync(headers: [("Cookie", Cookie), ("Origin", "https://evil.example")]));
        Assert.Contains("403", refusal.Message, StringComparison.Ordinal);
    }
}
