using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Projects;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Projects;
using Storefront.Hosting.Viewers;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments;

/// <summary>A package that nobody pays ends with its order, and comes back with its money, however late.</summary>
public sealed class LatePaymentTests(TecnoShop shop) : IClassFixture<TecnoShop>
{
    private readonly StorefrontHost host = shop.Host;

    [Fact]
    public async Task TEC_01_An_order_that_expires_ends_its_project_and_money_that_comes_too_late_brings_both_back()
    {
        var buyer = await Buyer.OpenAsync(host);
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        var order = await OrderAsync(buyer, "zelle");
        await host.MoveClockAsync(Duration.FromDays(16));

        var ended = await ProjectAsync(buyer);
        Assert.Equal((ProjectStatus.Canceled, SuspensionCause.OrderExpired, null), (ended.Status, ended.State.Suspension?.Cause, ended.NextAt));
        using var browser = await PlainBrowser.SignInAsync(host, buyer.Email, Buyer.Password);
        await browser.OpenAsync($"/projects/{ended.Number}");
        Assert.Contains("not paid in time", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync($"/orders/{order.Reference}");
        Assert.Contains("Have you paid it after all?", browser.Text, StringComparison.Ordinal);
        await NotifyAndConfirmAsync(buyer, order.Reference, staff);
        Assert.Equal(OrderStatus.Paid, (await buyer.ReadOrderAsync(order.Reference)).Status);
        var back = await ProjectAsync(buyer);
        Assert.Equal((ended.Id, (Suspension?)null), (back.Id, back.State.Suspension));
        Assert.NotNull(back.State.PaidAt);
        Assert.NotEqual(ProjectStatus.Canceled, back.Status);
    }

    private static Task<CheckoutStarted> OrderAsync(Buyer buyer, string method, string key = "k") =>
        buyer.OrderAsync(PackageShop.Wish("cms", "clara", "USD", method, key));

    private static async Task NotifyAndConfirmAsync(Buyer buyer, string reference, Viewer staff)
    {
        var told = await buyer.Get<NotifyPayment>().HandleAsync(
            new NotifyPaymentInput(reference, "821.10", "USD", PaidOn: null, BankReference: null, Note: null, Proof: null, Guid.CreateVersion7().ToString("N")),
            buyer.Viewer,
            CancellationToken.None);
        Assert.Null(told.Refusal);
        var key = new NoticeKey(told.Value.AccountId, told.Value.Id);
        Assert.Null((await buyer.Get<ConfirmPayment>().HandleAsync(key, received: null, evenIfSeenBefore: false, staff, CancellationToken.None)).Refusal);
    }

    private async Task<Project> ProjectAsync(Buyer buyer)
    {
        await using var db = host.Db();
        return await db.Set<Project>().AsNoTracking().SingleAsync(row => row.AccountId == buyer.Account);
    }
}
