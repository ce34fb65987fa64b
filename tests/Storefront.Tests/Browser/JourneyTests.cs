using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Browser;

/// <summary>The whole way of a newcomer, in one browser, with somebody on the desk in another.</summary>
public sealed class JourneyTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const string Password = "correct horse battery";

    private static readonly Screen English = Screen.Desktop with { Language = "en" };

    [BrowserFact]
    public Task A_newcomer_buys_a_plan_opens_a_ticket_and_watches_it_change() => VisitAsync(English, customer => VisitAsync(English, async staff =>
    {
        await RegisterAsync(customer, "rosa@norte.example");
        await BuyAsync(customer);
        await customer.GotoAsync("/hours");
        await customer.GetByText("20 h").First.WaitForAsync();

        var number = await OpenTicketAsync(customer);
        var hours = await customer.Context.NewPageAsync();
        await hours.GotoAsync("/hours");
        foreach (var page in (IPage[])[customer, hours])
        {
            await page.Locator(".live-state[data-state=live]").WaitForAsync();
            await page.EvaluateAsync("window.neverReloaded = true");
        }

        var desk = new DeskPages(staff);
        await SignInStaffAsync(staff);
        await desk.OpenTicketAsync(number);
        await desk.ConfirmClassAsync();
        await ShowsAsync(customer, "#timeline", "confirmed");
        await desk.ReplyAsync("We are looking at it.");
        await ShowsAsync(customer, "#conversation", "We are looking at it.");
        await desk.MoveAsync("InProgress");
        await ShowsAsync(customer, "#now", "In progress");
        await desk.LogAsync(90, "Certificate renewed");
        await ShowsAsync(customer, "#timeline", "1 h 30 min");
        await ShowsAsync(hours, "#hours-figures", "18 h 30 min");
        await Gallery.SaveAsync(customer, "journey-ticket", English);
        await Gallery.SaveAsync(staff, "journey-desk", English);
        await desk.MoveAsync("Resolved");
        await ShowsAsync(customer, "#now", "Resolved");

        foreach (var page in (IPage[])[customer, hours])
        {
            Assert.True(await page.EvaluateAsync<bool>("window.neverReloaded === true"));
        }
    }));

    [BrowserFact]
    public Task A_declined_card_and_a_payment_page_that_was_left_keep_the_order_to_be_paid() => VisitAsync(English, async page =>
    {
        await RegisterAsync(page, "luis@norte.example");
        var shop = new BuyingPages(page);
        await page.Locator("main form .button-primary").ClickAsync();
        await shop.PayAsync(PaymentPage.DeclinedCard);
        await shop.WaitForAlertAsync("declined");
        await shop.LeavePaymentAsync();
        await shop.WaitForAlertAsync("Nothing was charged");
        await page.GotoAsync("/hours");
        Assert.Equal(0, await page.Locator(".meter").CountAsync());

        await page.GotoAsync("/orders");
        await page.Locator("main a[href*='/orders/']").First.ClickAsync();
        await shop.PayNowAsync();
        await shop.PayAsync(PaymentPage.GoodCard);
        await shop.WaitForHeadingAsync("Your plan is active");
    });

    private static async Task RegisterAsync(IPage page, string email)
    {
        var plans = await new PlansPage(page).OpenAsync();
        await plans.ChooseYearAsync();
        await page.Locator("main a[href*='/checkout?plan=business&interval=year']").First.ClickAsync();
        await page.Locator("main a[href*='/register']").First.ClickAsync();
        await page.Locator("#Input_Company").FillAsync("Norte Outdoor");
        await page.Locator("#Input_Name").FillAsync("Rosa Díaz");
        await page.Locator("#Input_Email").FillAsync(email);
        await page.Locator("#Input_Password").FillAsync(Password);
        await page.Locator("main form .button-primary").ClickAsync();
        await page.Locator("main a[href='/sandbox/mail']").ClickAsync();
        var mail = page.Locator("details", new PageLocatorOptions { HasText = email });
        if (await mail.GetAttributeAsync("open") is null)
        {
            await mail.Locator("summary").ClickAsync();
        }

        await mail.Locator("a[href*='/confirm']").ClickAsync();
        await page.Locator("main form .button-primary").ClickAsync();
        await page.ArriveAsync("**/checkout?plan=business&interval=year*");
    }

    private static async Task BuyAsync(IPage page)
    {
        var shop = new BuyingPages(page);
        await page.Locator("main form .button-primary").ClickAsync();
        await page.ArriveAsync("**/sandbox/stripe/pay/**");
        await shop.PayAsync(PaymentPage.GoodCard);
        await page.ArriveAsync("**/orders/**");
        await shop.WaitForHeadingAsync("Your plan is active");
    }

    private static async Task<int> OpenTicketAsync(IPage page)
    {
        await page.GotoAsync("/tickets/new");
        await page.Locator("[name='Input.Kind'][value=support]").CheckAsync();
        await page.Locator("#Input_Subject").FillAsync("Card payments fail");
        await page.Locator("#Input_Body").FillAsync("Since 10:50 nobody can pay by card. The orders are attached.");
        await page.Locator("[name='Input.Urgency'][value=High]").CheckAsync();
        await page.Locator("[name='Input.Impact'][value=High]").CheckAsync();
        await page.Locator("#Input_Files").SetInputFilesAsync(new FilePayload
        {
            Name = "orders.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes("order,time\n4821,10:52\n"),
        });
        var send = page.Locator("[data-send]");
        if (!await send.IsVisibleAsync())
        {
            await page.Locator("[data-preview]").ClickAsync();
        }

        await send.ClickAsync();
        await page.ArriveAsync(new System.Text.RegularExpressions.Regex("/tickets/[0-9]+$"));
        await page.GetByText("orders.csv").WaitForAsync();
        return int.Parse(new Uri(page.Url).Segments[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task SignInStaffAsync(IPage page)
    {
        await using (var scope = Fixture.Host.Services.CreateAsyncScope())
        {
            var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
            var user = new User { Id = UserId.New(TestStore.Start), DisplayName = "Vera", UserName = "vera@desk.example", Email = "vera@desk.example", EmailConfirmed = true };
            Assert.True((await users.CreateAsync(user, Password)).Succeeded);
            Assert.True((await users.AddToRoleAsync(user, Role.Staff)).Succeeded);
        }

        await page.GotoAsync("/sign-in");
        await page.Locator("#Input_Email").FillAsync("vera@desk.example");
        await page.Locator("#Input_Password").FillAsync(Password);
        await page.Locator("main form .button-primary").First.ClickAsync();
        await page.ArriveAsync("**/desk");
    }

    /// <summary>By itself; how soon is for the benchmark to say.</summary>
    private static Task ShowsAsync(IPage page, string region, string text) => page.Locator(region).GetByText(text).First.WaitForAsync();
}
