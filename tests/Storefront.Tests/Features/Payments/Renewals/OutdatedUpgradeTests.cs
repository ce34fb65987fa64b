using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Features.Payments;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Store.DueWork;
using Storefront.Store.EventLog;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments.Renewals;

/// <summary>An upgrade that was paid in part when something else happened to its plan.</summary>
public sealed class OutdatedUpgradeTests
{
    [Fact]
    public async Task FEN_04_FLU_21_An_upgrade_paid_in_part_is_withdrawn_when_the_next_term_is_paid_and_what_came_is_credit()
    {
        await using var shop = await RenewalShop.OpenAsync("fenicio");
        var account = await shop.BuyAsync("silver");
        shop.Advance(25);
        var upgrade = await shop.OrderAsync(account, (await shop.UpgradeAsync(account, "gold"))!);
        var part = upgrade.Total with { MinorUnits = upgrade.Total.MinorUnits / 3 };
        await shop.ConfirmAsync(await shop.TellAsync(account, upgrade, part));
        var late = await shop.TellAsync(account, upgrade, upgrade.Total - part);
        Assert.Equal((OrderStatus.AwaitingPayment, part.MinorUnits), Standing(await shop.OrderAsync(account, upgrade.Reference)));

        await shop.PayAsync(account, Assert.Single(await shop.AskedAsync(account)));

        Assert.Equal((OrderStatus.Canceled, 0L), Standing(await shop.OrderAsync(account, upgrade.Reference)));
        Assert.Equal(part, await shop.CreditAsync(account, part.Currency));
        Assert.Single(await shop.WrittenAsync(upgrade), subject => subject.StartsWith("Your plan changed", StringComparison.Ordinal));
        await using var db = shop.Store.Db();
        Assert.Equal(PaymentProblems.UpgradeOutdated, (await db.Set<Payment>().SingleAsync(payment => payment.OrderId == upgrade.Id)).Problem);
        Assert.Single(await db.Set<EventRow>().Where(row => row.AccountId == account && row.Stream == EventStream.Staff && row.Type == "payment.needs-attention").ToListAsync());
        Assert.Equal(part, (await shop.Store.Get<OrderReader>().FindAsync(account, upgrade.Reference, CancellationToken.None))!.Kept);

        // Staff find the rest only now: it is the customer's as well, and pays the same change asked for anew.
        await shop.ConfirmAsync(late);
        Assert.Equal(upgrade.Total, await shop.CreditAsync(account, part.Currency));
        var again = await shop.OrderAsync(account, (await shop.UpgradeAsync(account, "gold"))!);
        await shop.UseCreditAsync(account, again);
        var paid = (await shop.OrderAsync(account, again.Reference)).ToDomain().Paid;
        Assert.True(paid.IsPositive);
        Assert.Equal(upgrade.Total, paid + await shop.CreditAsync(account, part.Currency));
    }

    [Fact]
    public async Task FEN_04_An_upgrade_paid_in_part_is_withdrawn_when_another_one_is_paid()
    {
        await using var shop = await RenewalShop.OpenAsync("fenicio");
        var account = await shop.BuyAsync("silver");
        shop.Advance(5);
        var higher = await shop.OrderAsync(account, (await shop.UpgradeAsync(account, "platinum"))!);
        var part = higher.Total with { MinorUnits = 100 };
        await shop.ConfirmAsync(await shop.TellAsync(account, higher, part));
        await shop.PayAsync(account, await shop.OrderAsync(account, (await shop.UpgradeAsync(account, "gold"))!));

        Assert.Equal((OrderStatus.Canceled, 0L), Standing(await shop.OrderAsync(account, higher.Reference)));
        Assert.Equal(part, await shop.CreditAsync(account, part.Currency));
    }

    [Fact]
    public async Task FEN_04_An_upgrade_paid_in_part_waits_for_the_rest_as_long_as_nothing_changes()
    {
        await using var shop = await RenewalShop.OpenAsync("fenicio");
        var account = await shop.BuyAsync("silver");
        shop.Advance(5);
        var upgrade = await shop.OrderAsync(account, (await shop.UpgradeAsync(account, "gold"))!);
        await shop.ConfirmAsync(await shop.TellAsync(account, upgrade, upgrade.Total with { MinorUnits = 100 }));
        shop.Advance(18);
        await shop.SettleAsync(account);
        await shop.ConfirmAsync(await shop.TellAsync(account, upgrade, upgrade.Total - new Money(100, upgrade.Total.Currency)));

        Assert.Equal(OrderStatus.Paid, (await shop.OrderAsync(account, upgrade.Reference)).Status);
    }

    [Fact]
    public async Task FEN_05_An_upgrade_paid_in_part_outlives_an_end_that_is_asked_for_and_taken_back()
    {
        await using var shop = await RenewalShop.OpenAsync("fenicio");
        var (account, upgrade) = await HalfPaidAsync(shop);
        await shop.ChangeAsync(account, new Cancellation());
        await shop.SettleAsync(account);
        await shop.ChangeAsync(account, new CancellationWithdrawal());
        await shop.ConfirmAsync(await shop.TellAsync(account, upgrade, upgrade.ToDomain().Left));

        Assert.Equal(OrderStatus.Paid, (await shop.OrderAsync(account, upgrade.Reference)).Status);
    }

    [Fact]
    public async Task FLU_21_What_came_for_an_upgrade_pays_the_term_of_a_plan_that_rests_unpaid_first()
    {
        await using var shop = await RenewalShop.OpenAsync("fenicio");
        var (account, upgrade) = await HalfPaidAsync(shop);
        var half = upgrade.ToDomain().Paid;
        shop.Advance(28);
        await shop.SettleAsync(account);
        Assert.Equal(OrderStatus.AwaitingPayment, (await shop.OrderAsync(account, upgrade.Reference)).Status);

        shop.Advance(22);
        var renewal = Assert.Single(await shop.AskedAsync(account));
        Assert.Equal((OrderStatus.Canceled, 0L), Standing(await shop.OrderAsync(account, upgrade.Reference)));
        Assert.Equal(half, renewal.ToDomain().Paid);
        Assert.Equal(Money.Zero(half.Currency), await shop.CreditAsync(account, half.Currency));

        await shop.PayAsync(account, renewal);
        await using var db = shop.Store.Db();
        Assert.Equal(PlanSubscriptionStatus.Active, (await db.Set<PlanSubscription>().SingleAsync(row => row.AccountId == account)).Status);
    }

    [Fact]
    public async Task FEN_04_The_payment_page_of_another_upgrade_is_closed_when_one_is_paid()
    {
        await using var shop = await RenewalShop.OpenAsync("fenicio");
        var account = await shop.BuyAsync("silver");
        shop.Advance(5);
        var other = await shop.OrderAsync(account, (await shop.UpgradeAsync(account, "platinum"))!);
        await using var db = shop.Store.Db();
        await db.Set<Order>().Where(order => order.Id == other.Id).ExecuteUpdateAsync(set => set
            .SetProperty(order => order.StripeSessionId, "cs_other").SetProperty(order => order.CheckoutUrl, "http://stripe.example/cs_other"));

        await shop.PayAsync(account, await shop.OrderAsync(account, (await shop.UpgradeAsync(account, "gold"))!));

        Assert.Equal(OrderStatus.Canceled, (await shop.OrderAsync(account, other.Reference)).Status);
        Assert.Equal("cs_other", (await db.Set<DueWorkRow>().SingleAsync(work => work.Kind == ClosePaymentPage.DueWorkKind && work.AccountId == account)).Subject);
    }

    [Fact]
    public async Task FEN_04_What_staff_have_to_see_to_of_a_payment_is_not_hidden_when_its_upgrade_is_withdrawn()
    {
        await using var shop = await RenewalShop.OpenAsync("fenicio");
        var (account, upgrade) = await HalfPaidAsync(shop);
        await using (var db = shop.Store.Db())
        {
            (await db.Set<Payment>().SingleAsync(payment => payment.OrderId == upgrade.Id)).Problem = PaymentProblems.RefundFailed;
            await db.SaveChangesAsync();
        }

        shop.Advance(20);
        await shop.PayAsync(account, Assert.Single(await shop.AskedAsync(account)));

        await using var after = shop.Store.Db();
        Assert.Equal(OrderStatus.Canceled, (await shop.OrderAsync(account, upgrade.Reference)).Status);
        Assert.Equal(PaymentProblems.RefundFailed, (await after.Set<Payment>().SingleAsync(payment => payment.OrderId == upgrade.Id)).Problem);
    }

    [Fact]
    public async Task FEN_04_What_is_kept_of_an_order_that_credit_paid_is_told_once_and_without_what_was_paid_out()
    {
        await using var shop = await RenewalShop.OpenAsync("fenicio");
        var (account, upgrade) = await HalfPaidAsync(shop);
        var half = upgrade.ToDomain().Paid;
        shop.Advance(20);
        await shop.PayAsync(account, Assert.Single(await shop.AskedAsync(account)));
        var second = await shop.OrderAsync(account, (await shop.UpgradeAsync(account, "gold"))!);
        await shop.UseCreditAsync(account, second);
        await shop.PayAsync(account, await shop.OrderAsync(account, (await shop.UpgradeAsync(account, "platinum"))!));

        Assert.Equal(half, await shop.CreditAsync(account, half.Currency));
        Assert.Equal(half, (await shop.Store.Get<OrderReader>().FindAsync(account, second.Reference, CancellationToken.None))!.Kept);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task FEN_04_FLU_21_Staff_who_confirm_the_rest_and_the_next_term_at_the_same_moment_lose_no_money(DatabaseKind kind)
    {
        await using var shop = await RenewalShop.OpenAsync("fenicio", kind: kind);
        for (var round = 0; round < 4; round++)
        {
            var account = await shop.BuyAsync("silver");
            shop.Advance(25);
            var upgrade = await shop.OrderAsync(account, (await shop.UpgradeAsync(account, "gold"))!);
            var part = upgrade.Total with { MinorUnits = upgrade.Total.MinorUnits / 3 };
            await shop.ConfirmAsync(await shop.TellAsync(account, upgrade, part));
            var rest = await shop.TellAsync(account, upgrade, upgrade.Total - part);
            var renewal = Assert.Single(await shop.AskedAsync(account));
            var term = await shop.TellAsync(account, renewal, renewal.Total);

            await Task.WhenAll(shop.ConfirmAsync(round % 2 == 0 ? rest : term), shop.ConfirmAsync(round % 2 == 0 ? term : rest));

            await using var db = shop.Store.Db();
            var orders = await db.Set<Order>().AsNoTracking().Where(order => order.AccountId == account && order.PaidMinorUnits > 0).ToListAsync();
            Assert.Equal(
                upgrade.Total + renewal.Total,
                Money.Sum(orders.Select(order => order.ToDomain().Paid), part.Currency) + await shop.CreditAsync(account, part.Currency));
            Assert.Contains((await shop.OrderAsync(account, upgrade.Reference)).Status, new[] { OrderStatus.Paid, OrderStatus.Canceled });
        }
    }

    private static async Task<(AccountId Account, Order Upgrade)> HalfPaidAsync(RenewalShop shop)
    {
        var account = await shop.BuyAsync("silver");
        shop.Advance(5);
        var upgrade = await shop.OrderAsync(account, (await shop.UpgradeAsync(account, "gold"))!);
        await shop.ConfirmAsync(await shop.TellAsync(account, upgrade, upgrade.Total with { MinorUnits = upgrade.Total.MinorUnits / 2 }));
        return (account, await shop.OrderAsync(account, upgrade.Reference));
    }

    private static (OrderStatus Status, long Paid) Standing(Order order) => (order.Status, order.PaidMinorUnits);
}
