using Microsoft.Playwright;
using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;
using Storefront.Tests.Features.Api;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Tickets;

namespace Storefront.Tests.Browser;

/// <summary>An account's people in the browser: a colleague is invited, joins, and approves within the limit that its owner sets.</summary>
public sealed class MembersTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly Screen English = Screen.Desktop with { Language = "en" };

    [BrowserFact]
    public Task A_colleague_is_invited_joins_and_approves_when_its_limit_is_raised() => VisitAsync(English, owner => VisitAsync(English, async colleague =>
    {
        var buyer = await Buyer.OpenAsync(Fixture.Host);
        await buyer.BuyAsync();
        var email = $"teo-{buyer.Account.Value:N}@members.example";
        await new BuyingPages(owner).SignInAsync(buyer.Email, Buyer.Password);
        await owner.GotoAsync("/account/members");
        await owner.Locator("#Input_Email").FillAsync(email);
        await owner.Locator("#invite [name='Input.Role'][value=Member]").CheckAsync();
        await owner.Locator("#Input_Limit").FillAsync("1 h");
        await owner.Locator("#invite .button-primary").ClickAsync();
        await owner.Locator("#invitations .members-address").GetByText(email).WaitForAsync();
        await LookAsync(owner, "invited");

        await JoinAsync(colleague, email);
        var number = await QuoteAsync(buyer);
        await colleague.GotoAsync($"/tickets/{number}/quote");
        await colleague.GetByText("You may approve up to 1 h, and this quote takes 3 h. It needs the approval of: Ana Rojas").WaitForAsync();
        Assert.True(await ApproveButton(colleague).IsDisabledAsync());
        await LookAsync(colleague, "beyond-limit");

        await owner.Locator("#members .members-address").GetByText(email).WaitForAsync();
        await owner.Locator("#members tr", new PageLocatorOptions { HasText = email }).Locator("a.button").ClickAsync();
        await owner.ArriveAsync("**/account/members/*");
        await LookAsync(owner, "change");
        await owner.Locator("#Input_Limit").FillAsync("3,5");
        await owner.Locator("#change .button-primary").ClickAsync();
        await owner.ArriveAsync("**/account/members");
        await owner.Locator("#members").GetByText("3 h 30 min").WaitForAsync();

        await colleague.ReloadAsync();
        await ApproveButton(colleague).ClickAsync();
        await colleague.GetByText("Approved").First.WaitForAsync();
    }));

    private static ILocator ApproveButton(IPage page) => page.Locator("form[action*='handler=Approve'] button");

    private static async Task JoinAsync(IPage page, string email)
    {
        await page.GotoAsync("/sandbox/mail");
        var mail = page.Locator("details", new PageLocatorOptions { HasText = email });
        if (await mail.GetAttributeAsync("open") is null)
        {
            await mail.Locator("summary").ClickAsync();
        }

        await mail.Locator("a[href*='/invitation']").ClickAsync();
        await page.ArriveAsync("**/invitation?code=*");
        await LookAsync(page, "invitation");
        await page.Locator("#Input_Name").FillAsync("Teo Vidal");
        await page.Locator("#Input_Password").FillAsync("correct horse battery");
        await page.Locator("main form .button-primary").ClickAsync();
        await page.ArriveAsync("**/account");
        await page.GetByText("Welcome to Tienda Sur").WaitForAsync();
    }

    /// <summary>A ticket of the account whose work the house quotes at three hours.</summary>
    private async Task<int> QuoteAsync(Buyer buyer)
    {
        using var customer = await TicketApi.ConnectAsync(Fixture.Host, person: buyer);
        using var staff = await StaffApi.HireAsync(Fixture.Host);
        var ticket = await customer.OpenAsync();
        var quoted = await staff.DoAsync(
            "issueQuote",
            $$"""ticketId: "{{ticket["id"]!.GetValue<string>()}}", settlement: HOURS, minutes: 180, description: "The work", idempotencyKey: "members" """,
            "quote { status }");
        Assert.Null(StaffApi.CodeOf(quoted));
        return ticket["number"]!.GetValue<int>();
    }

    private static async Task LookAsync(IPage page, string name)
    {
        await Accessibility.AssertAsync(page);
        foreach (var screen in new[] { Screen.Phone.Dark, Screen.Desktop })
        {
            await screen.ApplyAsync(page);
            await Gallery.SaveAsync(page, $"members-{name}", screen);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} scrolls sideways at {screen.Width}.");
        }
    }
}
