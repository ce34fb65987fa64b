using Microsoft.Playwright;
using Storefront.Tests.Browser.Support;

namespace Storefront.Tests.Browser.Pages;

/// <summary>The pages on which somebody buys: ours, and the local Stripe's in between.</summary>
public sealed class BuyingPages(IPage page)
{
    private ILocator State => page.Locator("#order");

    public async Task SignInAsync(string email, string password)
    {
        await page.GotoAsync("/sign-in?returnTo=/orders");
        await page.Locator("#Input_Email").FillAsync(email);
        await page.Locator("#Input_Password").FillAsync(password);
        await page.Locator("main form button").First.ClickAsync();
        await page.ArriveAsync("**/orders");
    }

    /// <summary>Chooses a plan and goes on to the payment page.</summary>
    public async Task GoToPaymentAsync(string plan, string interval = "year")
    {
        await page.GotoAsync($"/checkout?plan={plan}&interval={interval}&currency=CLP");
        await page.Locator("main form .button-primary").ClickAsync();
        await page.ArriveAsync("**/sandbox/stripe/pay/**");
    }

    public async Task PayAsync(string card)
    {
        await page.Locator("[name=card_number]").FillAsync(card);
        await page.Locator("[name=expiry]").FillAsync("12 / 34");
        await page.Locator("[name=cvc]").FillAsync("123");
        await page.Locator("[name=name]").FillAsync("Ana Rojas");
        await page.Locator("form.card-form button[type=submit], form.card-form button:not([type])").First.ClickAsync();
    }

    /// <summary>Leaves the payment page by its link.</summary>
    public async Task LeavePaymentAsync()
    {
        await page.Locator("a[href*='/orders/']").First.ClickAsync();
        await page.ArriveAsync("**/orders/**");
    }

    public async Task<string> HeadingAsync() => await State.Locator("h2").Last.InnerTextAsync();

    public Task WaitForHeadingAsync(string text) => State.Locator("h2").GetByText(text).WaitForAsync();

    public Task WaitForAlertAsync(string text) => Assertions.Expect(page.Locator("[role=alert]").First).ToContainTextAsync(text, new() { IgnoreCase = true, Timeout = 30_000 });

    public async Task PayNowAsync()
    {
        await State.Locator(".button-primary").ClickAsync();
        await page.ArriveAsync("**/sandbox/stripe/pay/**");
    }
}
