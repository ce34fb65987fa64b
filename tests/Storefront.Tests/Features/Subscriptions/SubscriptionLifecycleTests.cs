using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Subscriptions;
using Storefront.Store;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Subscriptions;

public class SubscriptionLifecycleTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task A_paid_order_starts_a_subscription_and_grants_its_first_hours(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind, "business", BillingInterval.Year);

        var subscription = await customer.SubscriptionAsync();
        Assert.Equal(PlanSubscriptionStatus.Active, subscription.Status);
        Assert.Equal((new LocalDate(2026, 11, 2), new LocalDate(2027, 11, 2)), (subscription.TermStart, subscription.TermEnd));
        Assert.Equal((new LocalDate(2026, 11, 2), new LocalDate(2026, 12, 2)), (subscription.PeriodStart, subscription.PeriodEnd));
        Assert.Equal(customer.Store.Get<Handbooks>().Present.Version.Hash, subscription.HandbookVersion);
        Assert.Equal(["Grant 1200"], await customer.LinesAsync());
        Assert.Equal(["subscription.started", "subscription.period-started", "hours.posted"], await customer.EventsAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task A_second_subscription_is_refused_while_one_runs_and_nothing_is_granted(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);

        var second = await customer.OrderAndPayAsync("business", BillingInterval.Month, "in_second");

        Assert.Equal("essential", Assert.IsType<SubscriptionAlreadyRuns>(second.Refusal).PlanKey);
        Assert.Equal(["Grant 600"], await customer.LinesAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task FLU_02_An_annual_plan_grants_its_hours_month_by_month(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind, interval: BillingInterval.Year);

        await customer.MoveToAndSettleAsync(2027, 11, 1);

        var grants = (await customer.EntriesAsync()).Where(entry => entry.Kind == HourEntryKind.Grant).ToList();
        Assert.Equal(12, grants.Count);
        Assert.All(grants, grant => Assert.Equal(600, grant.Minutes));
        Assert.Equal(
            Enumerable.Range(1, 11).Select(month => new LocalDate(2026, 11, 2).PlusMonths(month)),
            grants.Skip(1).Select(grant => grant.At.InZone(DateTimeZoneProviders.Tzdb["America/Santiago"]).Date));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task FLU_03_Thirty_percent_of_the_unused_grant_rolls_over_once(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind, interval: BillingInterval.Year);
        await customer.UseAsync(380, "first");
        await customer.MoveToAndSettleAsync(2026, 12, 2);
        await customer.UseAsync(50, "second");
        await customer.MoveToAndSettleAsync(2027, 1, 2);

        Assert.Equal(
            ["Grant 600", "Use -380", "Expiry -220", "Rollover 66", "Grant 600", "Use -50", "Expiry -16", "Expiry -600", "Rollover 180", "Grant 600"],
            await customer.LinesAsync());
        Assert.Equal(780, await customer.BalanceAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task COM_07_A_server_that_stood_still_for_three_months_catches_up_exactly(DatabaseKind kind)
    {
        await using var awake = await Subscriber.BuyAsync(kind, interval: BillingInterval.Year);
        await awake.UseAsync(380, "work");
        for (var day = new LocalDate(2026, 11, 3); day <= new LocalDate(2027, 2, 3); day = day.PlusDays(9))
        {
            await awake.MoveToAndSettleAsync(day.Year, day.Month, day.Day);
        }

        await using var asleep = await Subscriber.BuyAsync(kind, interval: BillingInterval.Year);
        await asleep.UseAsync(380, "work");
        await asleep.MoveToAndSettleAsync(2027, 2, 3);
        await asleep.SettleAsync();
        await awake.MoveToAndSettleAsync(2027, 2, 3);

        Assert.Equal(await Shown(awake), await Shown(asleep));
        Assert.Equal(4, (await asleep.EntriesAsync()).Count(entry => entry.Kind == HourEntryKind.Grant));
        Assert.Equal(await awake.EventsAsync(), await asleep.EventsAsync());

        static async Task<List<(long, HourEntryKind, int, int, Instant)>> Shown(Subscriber subscriber) =>
            [.. (await subscriber.EntriesAsync()).Select(entry => (entry.Sequence, entry.Kind, entry.Minutes, entry.BalanceAfter, entry.At))];
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task COM_02_Settling_at_once_on_two_nodes_grants_a_period_once(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind, interval: BillingInterval.Year);
        await using var other = customer.Store.AnotherNode(services => services.AddSubscriptions());
        var twin = new Subscriber(other, customer.Account);
        customer.MoveTo(2026, 12, 3);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(index => index % 2 == 0 ? customer.SettleAsync() : twin.SettleAsync()));

        Assert.Equal(["Grant 600", "Expiry -600", "Rollover 180", "Grant 600"], await customer.LinesAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task COM_05_The_same_renewal_told_many_times_at_once_pays_one_term(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);
        await customer.MoveToAndSettleAsync(2026, 12, 2);

        var told = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => customer.PayRenewalAsync("in_second")));

        Assert.All(told, term => Assert.Equal(new DateOnly(2027, 1, 2), term.Value));
        Assert.Equal(new LocalDate(2027, 1, 2), (await customer.SubscriptionAsync()).PaidThrough);
        Assert.Equal(["Grant 600", "Expiry -600", "Rollover 180", "Grant 600"], await customer.LinesAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task COM_05_The_first_payment_told_again_as_a_renewal_pays_nothing_more(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);

        Assert.Equal(new DateOnly(2026, 12, 2), (await customer.PayRenewalAsync("in_first")).Value);
        Assert.Equal(new LocalDate(2026, 12, 2), (await customer.SubscriptionAsync()).PaidThrough);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task An_unpaid_renewal_works_on_for_the_days_of_grace_and_not_longer(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);
        await customer.MoveToAndSettleAsync(2026, 12, 2);
        var id = (await customer.SubscriptionAsync()).Id;
        await customer.RunAsync<Done>((scope, cancellationToken) => customer.Lifecycle.RecordFailedPaymentAsync(scope, id, cancellationToken));

        Assert.Equal(PlanSubscriptionStatus.PastDue, (await customer.SubscriptionAsync()).Status);
        Assert.Null((await customer.UseAsync(30, "on-trust")).Refusal);

        await customer.MoveToAndSettleAsync(2026, 12, 5);
        Assert.Equal(new LocalDate(2026, 12, 2), Assert.IsType<PaymentOverdue>((await customer.UseAsync(30, "too-late")).Refusal).PaidThrough);

        await customer.PayRenewalAsync("in_second");
        Assert.Equal(PlanSubscriptionStatus.Active, (await customer.SubscriptionAsync()).Status);
        Assert.Null((await customer.UseAsync(30, "again")).Refusal);
        Assert.Equal(1, (await customer.LinesAsync()).Count(line => line == "Grant 600") - 1);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task A_renewal_that_nobody_paid_grants_one_period_on_trust_and_then_none(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);

        await customer.MoveToAndSettleAsync(2027, 2, 10);

        Assert.Equal(2, (await customer.EntriesAsync()).Count(entry => entry.Kind == HourEntryKind.Grant));
        Assert.Equal(0, await customer.BalanceAsync());
        Assert.Equal(PlanSubscriptionStatus.PastDue, (await customer.SubscriptionAsync()).Status);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task FLU_11_What_ends_where_it_is_billed_lapses_at_once_and_only_once(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);
        var id = (await customer.SubscriptionAsync()).Id;

        for (var times = 0; times < 3; times++)
        {
            Assert.Null((await customer.RunAsync<Done>((scope, token) => customer.Lifecycle.EndAsync(scope, id, token))).Refusal);
        }

        Assert.Equal(["Grant 600", "Expiry -600"], await customer.LinesAsync());
        Assert.Equal(PlanSubscriptionStatus.Canceled, (await customer.SubscriptionAsync()).Status);
        Assert.Equal("subscription.canceled", (await customer.EventsAsync())[3]);
        Assert.IsType<SubscriptionNotReady>((await customer.PayRenewalAsync("in_late")).Refusal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task An_account_comes_back_with_a_new_subscription_after_the_old_one_ended(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);
        var id = (await customer.SubscriptionAsync()).Id;
        await customer.RunAsync<Done>((scope, token) => customer.Lifecycle.EndAsync(scope, id, token));

        Assert.Null((await customer.OrderAndPayAsync("growth", BillingInterval.Month, "in_back")).Refusal);
        Assert.Equal(["Grant 600", "Expiry -600", "Grant 2400"], await customer.LinesAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task An_account_is_woken_for_what_is_due_next(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);
        await using var db = customer.Store.Db();

        var due = db.Set<Storefront.Store.DueWork.DueWorkRow>().Single(work => work.AccountId == customer.Account);

        Assert.Equal(Instant.FromUtc(2026, 12, 2, 3, 0), due.DueAt);
        Assert.Null(due.DoneAt);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Unknown_subscriptions_are_not_found(DatabaseKind kind)
    {
        await using var customer = await Subscriber.OpenAsync(kind);
        var unknown = SubscriptionId.New(TestStore.Start);

        Assert.IsType<NotFound>((await customer.RunAsync<Done>((scope, token) => customer.Lifecycle.EndAsync(scope, unknown, token))).Refusal);
        Assert.IsType<NotEnoughHours>((await customer.UseAsync(1, "nothing")).Refusal);
    }
}
