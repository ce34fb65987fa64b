using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Storefront.Tests.Features.Accounts;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Sandbox;

/// <summary>The sandbox's clock by its page and by its addresses.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private StorefrontHost host = null!;

    public async Task InitializeAsync() => host = await StorefrontHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_program_moves_the_clock_forward_and_reads_it()
    {
        Assert.Equal(TestStore.Start, await ReadAsync());

        Assert.Equal((HttpStatusCode.OK, Instant.FromUtc(2026, 12, 2, 12, 0)), await MoveAsync("""{"advance":"P1M"}"""));
        Assert.Equal((HttpStatusCode.OK, Instant.FromUtc(2026, 12, 2, 13, 30)), await MoveAsync("""{"advance":"PT1H30M"}"""));
        Assert.Equal((HttpStatusCode.OK, Instant.FromUtc(2027, 1, 1, 3, 0)), await MoveAsync("""{"set":"2027-01-01T03:00:00Z"}"""));

        Assert.Equal(Instant.FromUtc(2027, 1, 1, 3, 0), await ReadAsync());
    }

    [Theory]
    [InlineData("""{"set":"2026-01-01T00:00:00Z"}""", HttpStatusCode.Conflict)]
    [InlineData("""{"advance":"P-1D"}""", HttpStatusCode.Conflict)]
    [InlineData("""{"advance":"P99999Y"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"advance":"a while"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"set":"tomorrow"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"advance":"P1D","set":"2027-01-01T03:00:00Z"}""", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_done_is_refused_and_changes_nothing(string body, HttpStatusCode status)
    {
        Assert.Equal(status, (await MoveAsync(body)).Status);
        Assert.Equal(TestStore.Start, await ReadAsync());
    }

    [Fact]
    public async Task A_person_moves_it_by_the_page()
    {
        using var visitor = new Visitor(host);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.FillAsync("/sandbox/clock", ("advance", "P1D"))).Status);
        Assert.Equal(TestStore.Start + Duration.FromDays(1), await ReadAsync());

        Assert.NotEmpty((await visitor.FillAsync("/sandbox/clock", ("advance", "P99999Y"))).Faults);
    }

    [Theory]
    [InlineData("GET", "/sandbox/clock")]
    [InlineData("POST", "/sandbox/clock")]
    [InlineData("GET", "/sandbox/clock/now")]
    [InlineData("GET", "/sandbox/mail")]
    [InlineData("GET", "/sandbox/status")]
    [InlineData("POST", "/sandbox/reset")]
    [InlineData("GET", "/sandbox/stripe/v1/customers")]
    public async Task Outside_the_sandbox_there_is_none_of_it(string method, string path)
    {
        await using var real = await StorefrontHost.StartAsync(configure: builder =>
        {
            builder.Configuration["Stripe:Key"] = "sk_test_elsewhere";
            builder.Configuration["Stripe:WebhookSecret"] = "whsec_elsewhere";
            builder.Configuration["Stripe:Address"] = "http://127.0.0.1:1";
        });
        using var http = real.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST")
        {
            request.Content = new StringContent("""{"advance":"P1D"}""", Encoding.UTF8, "application/json");
        }

        Assert.Equal(HttpStatusCode.NotFound, (await http.SendAsync(request)).StatusCode);
    }

    private async Task<Instant> ReadAsync()
    {
        using var http = host.CreateClient();
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return Now(await http.GetStringAsync(new Uri("/sandbox/clock", UriKind.Relative)));
    }

    private async Task<(HttpStatusCode Status, Instant Now)> MoveAsync(string body)
    {
        using var http = host.CreateClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("/sandbox/clock", UriKind.Relative), content);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, answer.IsSuccessStatusCode ? Now(text) : default);
    }

    private static Instant Now(string json) =>
        InstantPattern.ExtendedIso.Parse(JsonDocument.Parse(json).RootElement.GetProperty("now").GetString()!).Value;
}
