using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Tests.Features.Hours;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Subscriptions;

/// <summary>Changes of plan by Fenicio's own handbook.</summary>
public class FenicioChangeTests
{
    [Fact]
    public async Task FEN_04_An_upgrade_costs_the_whole_difference_now_and_brings_the_whole_difference_of_hours_on_any_day()
    {
        await using var shop = await BuyAsync("silver");
        await shop.MoveToAsync(2026, 11, 28);

        var offer = (await PreviewAsync(shop, "gold")).Value.Preview;

        // 21 900 less 11 900, and 22 % on it; 600 minutes less 300.
        Assert.Equal((10_000_00L, 2_200_00L), (offer.MoneyNow.Amount.MinorUnits, offer.MoneyNow.Tax.MinorUnits));
        Assert.Equal((300, 600), (offer.MinutesNow, offer.MinutesAtRenewal));
        Assert.Equal(new LocalDate(2026, 11, 28), offer.EffectiveOn);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FEN_04_Where_no_card_can_be_charged_the_difference_is_ordered_and_nothing_changes_before_it_is_paid(DatabaseKind kind)
    {
        await using var shop = await BuyAsync("silver", kind);
        var before = await shop.LinesAsync();
        var offer = await PreviewAsync(shop, "gold");
        var confirm = shop.Get<ConfirmPlanChange>();

        var confirmed = (await confirm.HandleAsync(offer.Value.Token, null, shop.Owner, CancellationToken.None)).Value;
        Assert.Equal(confirmed, (await confirm.HandleAsync(offer.Value.Token, null, shop.Owner, CancellationToken.None)).Value);

        var order = Assert.Single(await shop.OrdersAsync(), order => order.Purpose == OrderPurpose.Upgrade);
        Assert.Equal((false, order.Reference), (confirmed.IsInForce, confirmed.Order));
        Assert.Equal((OrderStatus.AwaitingPayment, 1_220_000L), (order.Status, order.Total.MinorUnits));
        Assert.Equal("silver", (await shop.SubscriptionAsync()).PlanKey);
        Assert.Equal(before, await shop.LinesAsync());

        var paid = await shop.Store.Transactions.RunAsync<PlanSubscription>(
            shop.Account, (scope, token) => shop.Get<PaidChanges>().ApplyPaidAsync(scope, order.ChangeId!.Value, token), CancellationToken.None);
        Assert.Null(paid.Refusal);
        Assert.Equal("gold", (await shop.SubscriptionAsync()).PlanKey);
        Assert.Equal("Upgrade 300", (await shop.LinesAsync())[^1]);
        Assert.True((await confirm.HandleAsync(offer.Value.Token, null, shop.Owner, CancellationToken.None)).Value.IsInForce);
    }

    [Fact]
    public async Task FEN_05_A_lower_plan_is_refused_naming_the_day_on_which_the_twelve_months_end()
    {
        await using var shop = await BuyAsync("gold");

        var refused = Assert.IsType<CommittedUntil>((await PreviewAsync(shop, "silver")).Refusal);

        Assert.Equal(new LocalDate(2027, 11, 2), refused.Date);
    }

    [Fact]
    public async Task FEN_03_FEN_06_Paid_every_month_nothing_of_one_reaches_the_next_and_unpaid_nothing_comes()
    {
        await using var shop = await BuyAsync("silver");
        await shop.MoveToAsync(2026, 12, 2, 10);
        await shop.RenewAsync();
        Assert.Equal(["Expiry -60", "Expiry -240", "Grant 300"], (await shop.LinesAsync())[^3..]);

        await shop.MoveToAsync(2027, 1, 5, 10);

        Assert.Equal("Expiry -300", (await shop.LinesAsync())[^1]);
    }

    private static async Task<FenicioShop> BuyAsync(string plan, DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var shop = await FenicioShop.OpenAsync(kind);
        await shop.MoveToAsync(2026, 11, 2, 10);
        await shop.BuyAsync(plan);
        return shop;
    }

    private static Task<Result<SealedPreview>> PreviewAsync(FenicioShop shop, string plan) =>
        shop.Get<PreviewPlanChange>().HandleAsync(new PreviewPlanChangeInput(plan, BillingInterval.Month), shop.Owner, CancellationToken.None);
}
