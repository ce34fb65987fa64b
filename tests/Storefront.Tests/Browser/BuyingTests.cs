using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;
using Storefront.Tests.Features.Checkout;

namespace Storefront.Tests.Browser;

/// <summary>Somebody buys a plan: a card that is declined, the payment page left, the order paid later, and a page that changes by itself.</summary>
public sealed class BuyingTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [BrowserFact]
    public Task A_declined_card_is_explained_and_the_order_can_be_paid_later() => VisitAsync(Screen.Desktop with { Language = "en" }, async page =>
    {
        var buyer = await Buyer.OpenAsync(Fixture.Host);
        var shop = new BuyingPages(page);
        await shop.SignInAsync(buyer.Email, Buyer.Password);

        await shop.GoToPaymentAsync("business");
        await shop.PayAsync(PaymentPage.DeclinedCard);
        await shop.WaitForAlertAsync("declined");
        await shop.LeavePaymentAsync();
        await shop.WaitForAlertAsync("Nothing was charged");
        await LookAsync(page, "order-declined");

        await shop.PayNowAsync();
        await shop.PayAsync(PaymentPage.GoodCard);
        await page.ArriveAsync("**/orders/**");
        await shop.WaitForHeadingAsync("Your plan is active");
        await LookAsync(page, "order-active");
        Assert.Equal(1200, (await buyer.ReadAsync()).Balance);

        await page.GotoAsync("/orders");
        await LookAsync(page, "orders");
        await page.GotoAsync("/checkout?plan=growth&interval=month&currency=CLP");
        await LookAsync(page, "checkout-running");
        await page.GotoAsync("/billing");
        await LookAsync(page, "billing");
        Assert.Contains("1.149.120", (await page.Locator("main").InnerTextAsync()).Replace(',', '.'), StringComparison.Ordinal);
    });

    [BrowserFact]
    public Task Without_scripts_and_before_any_webhook_a_declined_card_is_explained_and_a_closed_page_keeps_the_order() => VisitAsync(
        Screen.Phone with { Language = "en", Scripts = false },
        async page =>
        {
            var buyer = await Buyer.OpenAsync(Fixture.Host);
            var shop = new BuyingPages(page);
            await shop.SignInAsync(buyer.Email, Buyer.Password);
            await shop.GoToPaymentAsync("growth", "month");

            // The page is closed: the customer's home still leads to the order, which says nothing of a card.
            await page.GotoAsync("/account");
            await page.Locator("main a[href*='/orders/']").First.ClickAsync();
            Assert.Equal(0, await page.Locator("[role=alert]").CountAsync());
            Assert.Equal(0, (await buyer.ReadAsync()).Balance);

            await shop.PayNowAsync();
            await shop.PayAsync(PaymentPage.DeclinedCard);
            await shop.LeavePaymentAsync();
            await shop.WaitForAlertAsync("Nothing was charged");
            Assert.Equal(0, (await buyer.ReadAsync()).Balance);

            await shop.PayNowAsync();
            await shop.PayAsync(PaymentPage.GoodCard);
            await page.ArriveAsync("**/orders/**");
            await page.Locator("#order").GetByText("Your plan is active").WaitForAsync();
            Assert.Equal(2400, (await buyer.ReadAsync()).Balance);
        });

    [BrowserFact]
    public Task Checkout_and_order_can_be_read_on_every_screen() => VisitAsync(Screen.Desktop, async page =>
    {
        await page.GotoAsync("/checkout?plan=business&interval=year&currency=CLP");
        await LookAsync(page, "checkout-anonymous");
        await page.GotoAsync("/checkout?plan=nothing");
        await LookAsync(page, "checkout-unknown");

        var buyer = await Buyer.OpenAsync(Fixture.Host);
        var order = await buyer.OrderAsync();
        await new BuyingPages(page).SignInAsync(buyer.Email, Buyer.Password);
        await page.GotoAsync("/checkout?plan=business&interval=year&currency=CLP");
        await LookAsync(page, "checkout");
        await page.GotoAsync($"/orders/{order.Reference}");
        await LookAsync(page, "order-waiting");
        await page.GotoAsync($"/orders/{order.Reference}?paid=yes");
        await LookAsync(page, "order-confirming");
    });

    private static async Task LookAsync(Microsoft.Playwright.IPage page, string name)
    {
        await Accessibility.AssertAsync(page);
        foreach (var screen in new[] { Screen.Phone.Dark, Screen.Phone, Screen.Desktop.Dark, Screen.Desktop })
        {
            await screen.ApplyAsync(page);
            await Gallery.SaveAsync(page, name, screen);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} scrolls sideways at {screen.Width}.");
        }
    }
}
