using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;
using Storefront.Tests.Features.Checkout;

namespace Storefront.Tests.Browser;

/// <summary>Subscriptions listened to in the explorer, by each transport, through cuts and refusals.</summary>
public sealed partial class ExplorerLiveTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Live = "subscription Live { accountEvents { sequence kind } }";

    private static readonly Screen English = Screen.Desktop with { Language = "en" };

    [BrowserTheory]
    [InlineData("events")]
    [InlineData("socket")]
    public Task Events_are_shown_as_they_come_until_they_are_stopped(string transport) => VisitAsync(
        English,
        async page =>
        {
            var buyer = await Buyer.OpenAsync(Fixture.Host);
            await new BuyingPages(page).SignInAsync(buyer.Email, Buyer.Password);
            var explorer = await new ExplorerPage(page).OpenAsync();
            await explorer.WriteAsync(Live);
            await explorer.Transport.SelectOptionAsync(transport);
            await explorer.PressAsync("run");
            await explorer.Events.GetByText("\"SNAPSHOT\"").WaitForAsync();

            await OpenTicketAsync(buyer);
            await explorer.Events.First.GetByText("\"TICKET_OPENED\"").WaitForAsync();
            Assert.Equal(2, await explorer.Events.CountAsync());
            Assert.Equal("Listening… Events: 2", (await explorer.Status.InnerTextAsync()).Split(" · ")[0]);

            await explorer.PressAsync("stop");
            Assert.Equal("Stopped.", await explorer.Status.InnerTextAsync());
            Assert.True(await page.Locator("[data-explorer-run]").IsVisibleAsync());
        },
        $"events-by-{transport}");

    [BrowserFact]
    public Task A_stream_that_was_cut_goes_on_behind_the_last_event() => VisitAsync(English, async page =>
    {
        var buyer = await Buyer.OpenAsync(Fixture.Host);
        await OpenTicketAsync(buyer);
        await new BuyingPages(page).SignInAsync(buyer.Email, Buyer.Password);
        var explorer = await new ExplorerPage(page).OpenAsync();
        await explorer.WriteAsync(Live);
        var places = new List<string?>();
        await page.RouteAsync(Endpoint(), async route =>
        {
            places.Add(await route.Request.HeaderValueAsync("Last-Event-ID"));
            await (places.Count == 1
                ? route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/event-stream", Body = "retry: 10\n\nevent: next\nid: 0\ndata: {\"data\":{\"accountEvents\":{\"sequence\":0,\"kind\":\"SNAPSHOT\"}}}\n\n" })
                : route.ContinueAsync());
        });

        await explorer.PressAsync("run");
        await explorer.Events.First.GetByText("\"TICKET_OPENED\"").WaitForAsync();

        Assert.Equal([null, "0"], places);
        Assert.Equal(1, await explorer.Events.GetByText("\"SNAPSHOT\"").CountAsync());
        Assert.Equal(0, await explorer.Result.GetByText("may be missing").CountAsync());
    });

    [BrowserFact]
    public Task A_stream_without_places_says_that_events_may_be_missing_after_a_cut() => VisitAsync(English, async page =>
    {
        var buyer = await Buyer.OpenAsync(Fixture.Host);
        await new BuyingPages(page).SignInAsync(buyer.Email, Buyer.Password);
        var explorer = await new ExplorerPage(page).OpenAsync();
        await explorer.WriteAsync(Live);
        var count = 0;
        await page.RouteAsync(Endpoint(), route => ++count == 1
            ? route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/event-stream", Body = "retry: 10\n\nevent: next\ndata: {\"data\":{}}\n\n" })
            : route.ContinueAsync());

        await explorer.PressAsync("run");

        await explorer.Result.GetByText("may be missing").WaitForAsync();
        await explorer.Events.GetByText("\"SNAPSHOT\"").WaitForAsync();
    });

    [BrowserTheory]
    [InlineData("events", "401")]
    [InlineData("socket", "4403")]
    public Task A_stream_that_is_refused_says_why_and_is_not_asked_for_again(string transport, string code) => VisitAsync(
        English,
        async page =>
        {
            var explorer = await new ExplorerPage(page).OpenAsync();
            await explorer.WriteAsync(Live);
            await explorer.Transport.SelectOptionAsync(transport);
            await explorer.OpenFoldAsync("headers");
            await page.Locator("#explorer-headers").FillAsync("Authorization: Bearer nobody's");
            await explorer.PressAsync("run");

            await page.Locator(".explorer-results").GetByText(code).First.WaitForAsync();
            Assert.True(await page.Locator("[data-explorer-run]").IsVisibleAsync());
        },
        $"refused-by-{transport}");

    private async Task OpenTicketAsync(Buyer buyer)
    {
        var input = new OpenTicketInput("A colour", "It is too red.", "support", Urgency.Low, Impact.Low, "vtex", ScheduleForNextPeriod: false, [], IdempotencyKey: null);
        Assert.Null((await Fixture.Host.Services.GetRequiredService<OpenTicket>().HandleAsync(input, buyer.Viewer, CancellationToken.None)).Refusal);
    }

    [GeneratedRegex("/graphql$")]
    private static partial Regex Endpoint();
}
