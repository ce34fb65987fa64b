using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Features.Hours;
using Storefront.Tests.Browser.Support;
using Storefront.Tests.Features.Checkout;

namespace Storefront.Tests.Browser;

/// <summary>A customer's home, hours and plan, as its owner uses them; the forms work without scripts.</summary>
public sealed class SubscriptionTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly Screen WithoutScripts = Screen.Desktop with { Scripts = false };

    private static readonly string[] Places =
    [
        "account",
        "hours",
        "subscription",
        "subscription/change",
        "subscription/change?plan=growth&interval=month",
        "subscription/change?plan=essential&interval=month",
        "subscription/pause",
        "subscription/cancel",
    ];

    private static readonly string[] NewcomersPlaces = ["account", "hours", "subscription"];

    [BrowserFact]
    public Task FLU_05_An_owner_sees_what_an_upgrade_costs_and_brings_and_gets_exactly_that() => VisitAsync(WithoutScripts, async page =>
    {
        await SignInAsync(page, await SubscribeAsync());
        await page.GotoAsync("/subscription/change");
        await page.GetByText("Growth").ClickAsync();
        await page.Locator("form[method='get'] button").ClickAsync();

        var offer = page.Locator("section:has(#offer-title)");
        await page.ArriveAsync(new Regex(@"/subscription/change\?.*plan="));
        Assert.Contains("+20 h", await TextAsync(offer), StringComparison.Ordinal);
        Assert.Contains("$480.000", await TextAsync(offer), StringComparison.Ordinal);
        await offer.Locator("form button").ClickAsync();

        await page.ArriveAsync("**/subscription");
        Assert.Equal("Growth", await page.Locator("#plan-title").InnerTextAsync());
        await page.GotoAsync("/account");
        Assert.Equal("38 h 30 min", await TextAsync(page.Locator(".home-hours")));
    });

    [BrowserFact]
    public Task FLU_07_A_downgrade_is_announced_and_can_be_undone() => VisitAsync(WithoutScripts, async page =>
    {
        await SignInAsync(page, await SubscribeAsync());
        await page.GotoAsync("/subscription/change?plan=essential&interval=month");
        await page.Locator("section:has(#offer-title) form button").ClickAsync();
        await page.GetByText("Viene un cambio").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Deshacer el cambio que viene" }).ClickAsync();

        Assert.Equal(0, await page.GetByText("Viene un cambio").CountAsync());
    });

    [BrowserFact]
    public Task FLU_10_An_owner_pauses_cancels_and_changes_its_mind() => VisitAsync(Screen.Phone, async page =>
    {
        await SignInAsync(page, await SubscribeAsync());
        await page.GotoAsync("/subscription");
        await page.GetByRole(AriaRole.Link, new() { Name = "Pausar", Exact = true }).ClickAsync();
        await page.GetByText("18 h 30 min").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pausar desde entonces" }).ClickAsync();
        await page.GetByText("Viene una pausa").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "No pausar" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Terminar el plan" }).ClickAsync();
        await page.GetByText("18 h 30 min").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Terminar mi plan" }).ClickAsync();
        await page.GetByText("Tu plan va a terminar").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Conservar mi plan" }).ClickAsync();

        Assert.Equal(0, await page.GetByText("Tu plan va a terminar").CountAsync());
    });

    [BrowserFact]
    public Task An_open_page_follows_what_happens_at_the_desk_within_a_second() => VisitAsync(Screen.Desktop, async page =>
    {
        var buyer = await SubscribeAsync();
        await SignInAsync(page, buyer);
        var hours = await page.Context.NewPageAsync();
        await hours.GotoAsync("/hours");
        foreach (var open in (IPage[])[page, hours])
        {
            await open.Locator(".live-state[data-state=live]").WaitForAsync();
            await open.EvaluateAsync("window.neverReloaded = true");
        }

        await UseAsync(buyer, 30);

        await page.Locator(".home-hours").GetByText("18 h", new() { Exact = true }).WaitForAsync();
        await hours.Locator("#hours-figures").GetByText("18 h", new() { Exact = true }).First.WaitForAsync();
        await hours.Locator("#ledger tbody tr").Nth(2).WaitForAsync();
        foreach (var open in (IPage[])[page, hours])
        {
            Assert.True(await open.EvaluateAsync<bool>("window.neverReloaded === true"));
        }
    });

    [BrowserFact]
    public Task FLU_19_Every_minute_of_the_hours_can_be_followed() => VisitAsync(WithoutScripts, async page =>
    {
        await SignInAsync(page, await SubscribeAsync());
        await page.GotoAsync("/hours");

        Assert.Contains("18 h 30 min", await TextAsync(page.Locator("#hours-figures")), StringComparison.Ordinal);
        Assert.Equal(2, await page.Locator("#ledger tbody tr").CountAsync());
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByText("Descargar en CSV").ClickAsync());
        var lines = await File.ReadAllLinesAsync(await file.PathAsync());
        Assert.Equal("horas.csv", file.SuggestedFilename);
        Assert.Equal(3, lines.Length);
        Assert.EndsWith(",-90,1110,", lines[2], StringComparison.Ordinal);
    });

    [BrowserFact]
    public async Task The_pages_are_shown_in_every_state_on_every_screen()
    {
        var customer = await SubscribeAsync();
        var newcomer = await Buyer.OpenAsync(Fixture.Host);
        await VisitAsync(Screen.Desktop, async page =>
        {
            foreach (var (who, places) in new[]
            {
                (customer, Places),
                (newcomer, NewcomersPlaces),
            })
            {
                await page.Context.ClearCookiesAsync();
                await SignInAsync(page, who);
                foreach (var place in places)
                {
                    await page.GotoAsync($"/{place}");
                    await page.EvaluateAsync("document.querySelectorAll('details.disclosure').forEach(each => each.open = true)");
                    await Accessibility.AssertAsync(page);
                    foreach (var screen in new[] { Screen.Desktop, Screen.Phone, Screen.Desktop.Dark, Screen.Phone.Dark })
                    {
                        await screen.ApplyAsync(page);
                        await Gallery.SaveAsync(page, $"{(who == newcomer ? "newcomer-" : "")}{place.Replace('/', '-').Replace('?', '-').Replace('&', '-')}", screen);
                    }
                }
            }
        });
    }

    /// <summary>What a reader sees; spaces that do not break look like those that do.</summary>
    private static async Task<string> TextAsync(ILocator place) => (await place.InnerTextAsync()).Replace('\u00A0', ' ');

    private async Task<Buyer> SubscribeAsync()
    {
        var buyer = await Buyer.OpenAsync(Fixture.Host);
        await buyer.BuyAsync(buyer.Wish(interval: BillingInterval.Month));
        await UseAsync(buyer, 90);
        return buyer;
    }

    private async Task UseAsync(Buyer buyer, int minutes)
    {
        var used = await Fixture.Host.Transactions.RunAsync<HourEntry>(
            buyer.Account,
            (scope, token) => buyer.Get<HourUse>().UseAsync(scope, minutes, new HourCause(HourCauseKind.WorkLog), $"work {minutes}", token),
            CancellationToken.None);
        Assert.Null(used.Refusal);
    }

    private static async Task SignInAsync(IPage page, Buyer buyer)
    {
        await page.GotoAsync("/sign-in?returnTo=/account");
        await page.FillAsync("[name='Input.Email']", buyer.Email);
        await page.FillAsync("[name='Input.Password']", Buyer.Password);
        await page.Locator("main form[method='post'] button.button-primary").First.ClickAsync();
        await page.ArriveAsync("**/account");
    }
}
