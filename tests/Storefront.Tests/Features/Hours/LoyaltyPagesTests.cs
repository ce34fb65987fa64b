using System.Net;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Hours;

/// <summary>Fenicio's meter: staff put months down on the desk, the customer sees the rule, how far it has come, and what breaks it.</summary>
public sealed class LoyaltyPagesTests : IAsyncLifetime
{
    private StorefrontHost host = null!;

    public async Task InitializeAsync() => host = await StorefrontHost.StartAsync(configure: builder =>
    {
        builder.Configuration["House"] = "fenicio";
        builder.Configuration["Data"] = Path.Combine(builder.Configuration["Data"]!, "fenicio");
    });

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task FEN_02_Staff_put_the_months_down_on_the_desk_and_the_customer_sees_what_they_earn()
    {
        var (desk, customer) = await SignInAsync();
        using (desk)
        using (customer)
        {
            foreach (var (month, amount) in new[] { ("2026-07", "87543"), ("2026-08", "75901"), ("2026-09", "76202"), ("2026-10", "81001,00") })
            {
                await desk.SubmitAsync("main form", ("Month", month), ("Amount", amount), ("OnTime", "true"));
                Assert.Equal(HttpStatusCode.Redirect, desk.Status);
                await desk.FollowAsync();
            }

            Assert.Contains("You have earned Silver", Plain(desk), StringComparison.Ordinal);
            await customer.OpenAsync("/hours/loyalty");
            Assert.Contains("You have earned Silver", Plain(customer), StringComparison.Ordinal);
            Assert.Contains("80,161.75", Plain(customer), StringComparison.Ordinal);
            Assert.Contains("Silver is yours free of charge from", Plain(customer), StringComparison.Ordinal);
            await customer.OpenAsync("/subscription");
            Assert.Contains("Earned by your sales, from", Plain(customer), StringComparison.Ordinal);

            await host.MoveClockAsync(NodaTime.Duration.FromDays(31));
            await customer.OpenAsync("/hours");
            Assert.Contains("5 h", customer.Page.QuerySelector("#hours-figures summary strong")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task FEN_02_A_month_out_of_order_is_refused_by_its_rule_and_a_late_one_is_named_as_what_breaks_the_row()
    {
        var (desk, customer) = await SignInAsync();
        using (desk)
        using (customer)
        {
            await desk.SubmitAsync("main form", ("Month", "2026-09"), ("Amount", "90000"), ("OnTime", "false"));
            await desk.FollowAsync();
            await desk.SubmitAsync("main form", ("Month", "2026-08"), ("Amount", "90000"), ("OnTime", "true"));

            Assert.Equal(HttpStatusCode.Conflict, desk.Status);
            Assert.Equal("90000", desk.Page.QuerySelector("[name=Amount]")!.GetAttribute("value"));
            await customer.OpenAsync("/hours/loyalty");
            Assert.Contains("September 2026 was paid late", Plain(customer), StringComparison.Ordinal);
        }
    }

    private static string Plain(PlainBrowser browser) => browser.Text.Replace('\u00A0', ' ');

    private async Task<(PlainBrowser Desk, PlainBrowser Customer)> SignInAsync()
    {
        var staff = await StaffMember.HireAsync(host);
        var buyer = await Buyer.OpenAsync(host);
        var customer = await PlainBrowser.SignInAsync(host, buyer.Email, Buyer.Password);
        await customer.OpenAsync("/hours");
        var desk = await PlainBrowser.SignInAsync(host, staff.Email, StaffMember.Password);
        await desk.OpenAsync($"/desk/accounts/{buyer.Account.Value}");
        await desk.OpenAsync(desk.Page.QuerySelector("main a[href$='/loyalty']")!.GetAttribute("href")!);
        return (desk, customer);
    }
}
