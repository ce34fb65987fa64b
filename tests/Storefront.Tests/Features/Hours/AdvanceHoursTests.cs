using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Hours.Advances;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Store;
using Storefront.Tests.Features.Subscriptions;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Hours;

/// <summary>FLU-08 as customers use it: previewed, sealed, confirmed once, repaid by the clock.</summary>
public class AdvanceHoursTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task FLU_08_An_advance_is_previewed_confirmed_once_and_repaid_by_what_was_used(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind, "business");
        await customer.UseAsync(1200, "work");
        var offer = (await PreviewAsync(customer, 300)).Value;
        Assert.Equal((300, 600, 300, 1200, 300), (
            offer.Preview.AvailableMinutes, offer.Preview.LimitMinutes, offer.Preview.LeftMinutes, offer.Preview.NextGrantMinutes, offer.Preview.RepaymentMinutes));

        for (var times = 0; times < 2; times++)
        {
            Assert.Equal(300, (await AdvanceAsync(customer, 300, offer.Token)).Value.Minutes);
        }

        await customer.UseAsync(180, "more");
        await customer.MoveToAndSettleAsync(2026, 12, 2);

        Assert.Equal(
            ["Grant 1200", "Use -1200", "Advance 300", "Use -180", "Expiry -120", "Grant 1200", "AdvanceRepayment -180"], await customer.LinesAsync());
        Assert.Equal(1020, await customer.BalanceAsync());
    }

    [Fact]
    public async Task FLU_08_A_preview_that_no_longer_holds_is_refused_with_the_differences()
    {
        await using var customer = await Subscriber.BuyAsync(DatabaseKind.Sqlite, "business");
        var offer = (await PreviewAsync(customer, 300)).Value;
        Assert.Null((await AdvanceAsync(customer, 100, token: null, "before")).Refusal);

        var outdated = Assert.IsType<PreviewOutdated>((await AdvanceAsync(customer, 300, offer.Token)).Refusal);

        Assert.Equal([("repaymentMinutes", "300", "400")], outdated.Differences.Select(difference => (difference.Field, difference.Shown, difference.Now)));
        Assert.Equal(["Grant 1200", "Advance 100"], await customer.LinesAsync());
    }

    [Fact]
    public async Task FLU_08_What_cannot_be_brought_forward_is_refused_with_its_data()
    {
        await using var customer = await Subscriber.BuyAsync(DatabaseKind.Sqlite, "business");

        Assert.Equal(new AdvanceLimitReached(600, 600), (await AdvanceAsync(customer, 601)).Refusal);
        Assert.Equal(new MinutesNotValid(1, AdvanceHours.MostMinutes), (await AdvanceAsync(customer, 0)).Refusal);
        Assert.Equal(new MinutesNotValid(1, AdvanceHours.MostMinutes), (await AdvanceAsync(customer, int.MaxValue)).Refusal);
        Assert.IsType<PreviewNotValid>((await AdvanceAsync(customer, 10, "forged")).Refusal);
        Assert.IsType<IdempotencyKeyNotValid>((await AdvanceAsync(customer, 10, key: "")).Refusal);
        Assert.Null((await AdvanceAsync(customer, 10, key: "same")).Refusal);
        Assert.IsType<IdempotencyKeyReused>((await AdvanceAsync(customer, 20, key: "same")).Refusal);
        var member = customer.Owner with { Role = MemberRole.Member };
        Assert.IsType<OwnerNeeded>((await customer.Store.Get<AdvanceHours>().HandleAsync(10, null, "m", member, CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task FLU_08_A_downgrade_that_waits_is_billed_at_the_old_price_first()
    {
        await using var billed = await BilledSubscriber.BuyAsync("business");
        await billed.MoveToAsync(2026, 11, 12);
        await billed.Subscriber.ChangeAsync("essential");
        await billed.Subscriber.UseAsync(1200, "work");
        var offer = (await PreviewAsync(billed.Subscriber, 300)).Value;
        Assert.Equal(new NodaTime.LocalDate(2027, 1, 2), offer.Preview.Postponed!.On);

        Assert.Null((await AdvanceAsync(billed.Subscriber, 300, offer.Token)).Refusal);
        await billed.Subscriber.UseAsync(300, "more");
        await billed.RunDueWorkAsync();
        await billed.MoveToAsync(2026, 12, 4);

        Assert.Equal([106_400L, 560_000L], (await billed.InvoicesAsync())[1].Lines.Data.Select(line => line.Amount).Order());
        Assert.Equal(900, await billed.Subscriber.BalanceAsync());
        await billed.MoveToAsync(2026, 12, 8);
        await billed.RunDueWorkAsync();
        await billed.MoveToAsync(2027, 1, 4);
        Assert.Equal([57_000L, 300_000L], (await billed.InvoicesAsync())[2].Lines.Data.Select(line => line.Amount).Order());
        Assert.Equal("essential", (await billed.Subscriber.SubscriptionAsync()).PlanKey);
    }

    private static Task<Result<SealedAdvance>> PreviewAsync(Subscriber customer, int minutes) =>
        customer.Store.Get<AdvanceHours>().PreviewAsync(minutes, customer.Owner, CancellationToken.None);

    private static Task<Result<HourEntry>> AdvanceAsync(Subscriber customer, int minutes, string? token = null, string key = "one") =>
        customer.Store.Get<AdvanceHours>().HandleAsync(minutes, token, key, customer.Owner, CancellationToken.None);
}
