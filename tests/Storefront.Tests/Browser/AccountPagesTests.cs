using Storefront.Tests.Browser.Support;
using Storefront.Tests.Features.Accounts;

namespace Storefront.Tests.Browser;

/// <summary>The pages of accounts and of the sandbox, on every screen and for every reader.</summary>
public sealed class AccountPagesTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly string[] Open = ["register", "sign-in", "forgot-password", "reset-password", "confirm", "confirm?user=x&code=y", "register/check-mail", "sandbox/mail", "sandbox/clock"];

    private static readonly string[] Own = ["account/tokens", "account/members", "account/choose", "sign-out"];

    [BrowserFact]
    public Task Accounts_and_sandbox_can_be_read_on_every_screen() => VisitAsync(Screen.Desktop, async page =>
    {
        using var visitor = new Visitor(Fixture.Host);
        await visitor.JoinAsync("lea@pages.example");
        await visitor.RegisterAsync("unconfirmed@pages.example");
        foreach (var path in Open)
        {
            await page.GotoAsync("/" + path);
            await LookAsync(page, path);
        }

        await page.GotoAsync("/register");
        await page.Locator("main form .button-primary").ClickAsync();
        await page.Locator(".error-summary").WaitForAsync();
        await LookAsync(page, "register-faults");

        await page.GotoAsync("/sign-in");
        await page.Locator("#Input_Email").FillAsync("lea@pages.example");
        await page.Locator("#Input_Password").FillAsync(Visitor.Password);
        await page.Locator("main form .button-primary").First.ClickAsync();
        await page.ArriveAsync("**/account");
        foreach (var path in Own)
        {
            await page.GotoAsync("/" + path);
            await LookAsync(page, path);
        }

        await page.GotoAsync("/account/tokens");
        await page.Locator("#Input_Name").FillAsync("Panel de ventas");
        await page.Locator("[value='hours:read']").CheckAsync();
        await page.Locator("[value='tickets:write']").CheckAsync();
        await page.Locator("form[action*=Create] .button-primary").ClickAsync();
        await page.Locator("#new-token").WaitForAsync();
        await LookAsync(page, "token-made");
    });

    private static async Task LookAsync(Microsoft.Playwright.IPage page, string name)
    {
        await Accessibility.AssertAsync(page);
        foreach (var screen in new[] { Screen.Phone.Dark, Screen.Phone, Screen.Desktop.Dark, Screen.Desktop })
        {
            await screen.ApplyAsync(page);
            await Gallery.SaveAsync(page, "accounts-" + name.Replace('/', '-').Split('?')[0], screen);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} scrolls sideways at {screen.Width}.");
        }
    }
}
