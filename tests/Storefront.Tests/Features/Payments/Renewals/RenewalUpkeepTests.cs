using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Payments.Renewals;
using Storefront.Features.Subscriptions;

namespace Storefront.Tests.Features.Payments.Renewals;

/// <summary>What is asked for stays right when other things happen to the plan: upgrades, an end, another handbook.</summary>
public sealed class RenewalUpkeepTests
{
    private static readonly LocalDate Due = new(2026, 12, 2);

    [Fact]
    public async Task FEN_04_FLU_21_An_upgrade_that_was_ordered_before_the_next_term_was_paid_is_withdrawn_with_it()
    {
        await using var shop = await RenewalShop.OpenAsync("fenicio");
        var account = await shop.BuyAsync("silver");
        shop.Advance(25);
        var upgrade = await shop.UpgradeAsync(account, "gold");
        Assert.Equal(OrderStatus.AwaitingPayment, (await shop.OrderAsync(account, upgrade!)).Status);

        await shop.PayAsync(account, Assert.Single(await shop.AskedAsync(account)));

        Assert.Equal(OrderStatus.Canceled, (await shop.OrderAsync(account, upgrade!)).Status);
        var again = await shop.UpgradeAsync(account, "gold");
        Assert.Equal(OrderStatus.AwaitingPayment, (await shop.OrderAsync(account, again!)).Status);
    }

    [Fact]
    public async Task FLU_05_FLU_21_What_an_upgrade_cost_is_owed_although_its_plan_ended_and_another_was_bought()
    {
        await using var shop = await RenewalShop.OpenAsync("flunt");
        var account = await shop.BuyAsync("essential");
        shop.Advance(10);
        Assert.Null(await shop.UpgradeAsync(account, "business"));
        shop.Advance(11);
        await shop.EndAsync(account);
        var owed = Assert.Single(await shop.AskedAsync(account));
        Assert.Equal((BillingInterval.Once, Due), (owed.Interval, owed.RenewalDueOn!.Value));

        shop.Advance(1);
        await shop.BuyAsync("essential", account);
        Assert.Equal(owed.Id, Assert.Single(await shop.AskedAsync(account)).Id);
    }

    [Fact]
    public async Task FLU_07_FLU_21_What_comes_next_is_the_bill_that_will_be_asked_for_and_nothing_that_was_paid()
    {
        await using var shop = await RenewalShop.OpenAsync("flunt");
        var account = await shop.BuyAsync("essential");
        shop.Advance(10);
        await shop.UpgradeAsync(account, "business");
        shop.Advance(11);
        var asked = Assert.Single(await shop.AskedAsync(account));
        Assert.Equal((Due, asked.Total), await NextAsync(shop, account));

        await shop.PayAsync(account, asked);
        Assert.Equal(Due.PlusMonths(1), (await NextAsync(shop, account)).On);
    }

    [Fact]
    public async Task FLU_21_Who_bought_while_the_house_asked_for_next_terms_is_asked_although_it_sells_so_no_more()
    {
        await using var shop = await RenewalShop.OpenAsync("flunt", present => present with { Billing = present.Billing with { Renewals = null } });
        var account = await shop.BuyAsync("essential");
        shop.Advance(22);
        await shop.SettleAsync(account);

        Assert.Equal(Due, Assert.Single(await shop.AskedAsync(account)).RenewalDueOn);
    }

    [Fact]
    public async Task Staff_see_the_plans_that_run_before_those_that_rest()
    {
        await using var shop = await RenewalShop.OpenAsync("flunt");
        var rests = await shop.BuyAsync("essential");
        shop.Advance(30);
        var runs = await shop.BuyAsync("essential");
        shop.Advance(20);
        await shop.SettleAsync(rests);
        await shop.SettleAsync(runs);

        var lines = await shop.Store.Get<RenewalQueueReader>().ListAsync(CancellationToken.None);
        Assert.Equal([(runs, false), (rests, true)], lines.Select(line => (line.AccountId, line.PausedOn is not null)));
    }

    [Fact]
    public async Task FLU_21_Reminders_whose_day_went_by_while_the_server_stood_still_are_not_sent_with_the_rest()
    {
        await using var shop = await RenewalShop.OpenAsync("flunt");
        var account = await shop.BuyAsync("essential");
        shop.Advance(22);
        await shop.SettleAsync(account);
        var order = Assert.Single(await shop.AskedAsync(account));
        shop.Advance(40);
        await shop.RunDueAsync();

        Assert.Equal(2, (await shop.WrittenAsync(order)).Count);
        Assert.DoesNotContain(await shop.WrittenAsync(order), subject => subject.StartsWith("Reminder", StringComparison.Ordinal));
    }

    private static async Task<(LocalDate On, Money Total)> NextAsync(RenewalShop shop, AccountId account)
    {
        var next = (await shop.Store.Get<SubscriptionReader>().ReadAsync(account, CancellationToken.None))!.NextInvoice!;
        return (next.On, next.Total);
    }
}
