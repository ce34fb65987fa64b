using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Store;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Subscriptions;

/// <summary>Changes of subscriptions that nobody but us bills: what our own rows do, on both databases.</summary>
public class PlanChangeTests
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task FLU_05_An_upgrade_grants_its_share_at_once_and_asks_for_its_share_at_the_next_boundary(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);
        customer.MoveTo(2026, 11, 12);

        var preview = await customer.ChangeAsync("business");

        Assert.Equal(0, preview.MoneyNow.Total.MinorUnits);
        Assert.Equal(173_333, preview.Lines[0].Amount.MinorUnits);
        Assert.Equal(400, preview.MinutesNow);
        Assert.Equal(["Grant 600", "Upgrade 400"], await customer.LinesAsync());
        Assert.Equal("business", (await customer.SubscriptionAsync()).PlanKey);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task FLU_06_A_temporary_upgrade_goes_back_by_itself(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind, interval: BillingInterval.Year);
        customer.MoveTo(2026, 11, 12);
        await customer.ChangeAsync("growth", BillingInterval.Year, temporary: true);
        Assert.Equal("growth", (await customer.SubscriptionAsync()).PlanKey);

        await customer.MoveToAndSettleAsync(2026, 12, 2);

        Assert.Equal("essential", (await customer.SubscriptionAsync()).PlanKey);
        Assert.Equal("Grant 600", (await customer.LinesAsync())[^1]);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task FLU_07_A_downgrade_acts_with_the_next_paid_term_and_can_be_taken_back_until_then(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind, "growth");
        await customer.ChangeAsync("essential");
        var scheduled = await customer.SubscriptionAsync();
        Assert.Equal(("growth", "essential", new LocalDate(2026, 12, 2)), (scheduled.PlanKey, scheduled.Scheduled!.To.PlanKey, scheduled.Scheduled.On));

        Assert.Null((await customer.AskAsync(new ScheduledChangeWithdrawal(), "undo")).Refusal);
        Assert.Null((await customer.SubscriptionAsync()).Scheduled);
        await customer.ChangeAsync("business");
        await customer.MoveToAndSettleAsync(2026, 12, 2);

        var changed = await customer.SubscriptionAsync();
        Assert.Equal(("business", 1200), (changed.PlanKey, changed.MonthlyMinutes));
        Assert.Null(changed.ScheduledHandbookVersion);
        Assert.Equal("Grant 1200", (await customer.LinesAsync())[^1]);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task A_month_becomes_a_year_with_the_next_paid_term(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);
        await customer.ChangeAsync("essential", BillingInterval.Year);
        await customer.MoveToAndSettleAsync(2026, 12, 2);

        var changed = await customer.SubscriptionAsync();
        Assert.Equal((BillingInterval.Year, 3_240_000L), (changed.Interval, changed.Price.MinorUnits));
        Assert.Equal(new LocalDate(2027, 12, 2), changed.TermEnd);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task FLU_10_A_pause_begins_at_the_boundary_grants_nothing_and_lengthens_what_was_paid(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind, interval: BillingInterval.Year);
        Assert.Null((await customer.AskAsync(new Pause(), "pause")).Refusal);
        await customer.MoveToAndSettleAsync(2027, 1, 20);

        Assert.Equal(PlanSubscriptionStatus.Paused, (await customer.SubscriptionAsync()).Status);
        Assert.Equal(1, (await customer.LinesAsync()).Count(line => line == "Grant 600"));

        Assert.Null((await customer.AskAsync(new Resumption(), "resume")).Refusal);
        var resumed = await customer.SubscriptionAsync();
        Assert.Equal((PlanSubscriptionStatus.Active, new LocalDate(2027, 12, 20)), (resumed.Status, resumed.TermEnd));
        Assert.Equal(2, (await customer.LinesAsync()).Count(line => line == "Grant 600"));
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task FLU_10_A_cancellation_acts_at_the_end_of_the_paid_term_and_can_be_taken_back_until_then(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);
        Assert.Null((await customer.AskAsync(new Cancellation(), "cancel")).Refusal);
        Assert.True((await customer.SubscriptionAsync()).CancelRequested);
        Assert.Null((await customer.AskAsync(new CancellationWithdrawal(), "keep")).Refusal);
        Assert.Null((await customer.AskAsync(new Cancellation(), "cancel-again")).Refusal);

        await customer.MoveToAndSettleAsync(2026, 12, 2);

        Assert.Equal(PlanSubscriptionStatus.Canceled, (await customer.SubscriptionAsync()).Status);
        Assert.Equal(["Grant 600", "Expiry -600"], await customer.LinesAsync());
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Confirming_twice_and_at_once_changes_once(DatabaseKind kind)
    {
        await using var customer = await Subscriber.BuyAsync(kind);
        var preview = (await customer.PreviewAsync("business")).Value;

        var confirmed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => customer.ConfirmAsync(preview.Token)));

        Assert.Single(confirmed.Select(outcome => outcome.Value).Distinct());
        Assert.Equal(["Grant 600", "Upgrade 600"], await customer.LinesAsync());
    }

    [Fact]
    public async Task A_key_used_for_one_change_is_refused_for_another()
    {
        await using var customer = await Subscriber.BuyAsync(DatabaseKind.Sqlite);
        await customer.AskAsync(new Cancellation(), "key");

        Assert.IsType<IdempotencyKeyReused>((await customer.AskAsync(new CancellationWithdrawal(), "key")).Refusal);
        Assert.IsType<IdempotencyKeyNotValid>((await customer.AskAsync(new CancellationWithdrawal(), "")).Refusal);
        Assert.IsType<IdempotencyKeyNotValid>((await customer.AskAsync(new CancellationWithdrawal(), new string('x', 256))).Refusal);
    }

    [Fact]
    public async Task A_preview_that_is_too_old_is_refused()
    {
        await using var customer = await Subscriber.BuyAsync(DatabaseKind.Sqlite);
        var preview = (await customer.PreviewAsync("business")).Value;
        customer.Store.Time.Advance(Duration.FromMinutes(15));

        Assert.Equal("PREVIEW_EXPIRED", (await customer.ConfirmAsync(preview.Token)).Refusal!.Code);
        Assert.Equal(["Grant 600"], await customer.LinesAsync());
    }

    [Fact]
    public async Task A_preview_that_would_do_something_else_by_now_is_refused_and_says_what()
    {
        await using var customer = await Subscriber.BuyAsync(DatabaseKind.Sqlite);
        customer.MoveTo(2026, 11, 12, 23);
        customer.Store.Time.Advance(Duration.FromMinutes(55));
        var preview = (await customer.PreviewAsync("business")).Value;
        customer.Store.Time.Advance(Duration.FromMinutes(10));

        var refused = Assert.IsType<PreviewOutdated>((await customer.ConfirmAsync(preview.Token)).Refusal);

        Assert.Contains(refused.Differences, difference => difference is { Field: "minutesNow", Shown: "400", Now: "380" });
        Assert.Equal(["Grant 600"], await customer.LinesAsync());
    }

    [Fact]
    public async Task A_token_that_was_changed_or_is_another_accounts_is_refused()
    {
        await using var customer = await Subscriber.BuyAsync(DatabaseKind.Sqlite);
        var stranger = new Subscriber(customer.Store, await customer.Store.OpenAccountAsync("Otra"));
        Assert.Null((await stranger.OrderAndPayAsync("essential", BillingInterval.Month, "in_other")).Refusal);
        var token = (await customer.PreviewAsync("business")).Value.Token;

        Assert.IsType<PreviewNotValid>((await stranger.ConfirmAsync(token)).Refusal);
        Assert.IsType<PreviewNotValid>((await customer.ConfirmAsync(token[..^8] + "AAAAAAAA")).Refusal);
        Assert.IsType<PreviewNotValid>((await customer.ConfirmAsync("")).Refusal);
        Assert.IsType<PreviewNotValid>((await customer.ConfirmAsync("forged")).Refusal);
    }

    [Fact]
    public async Task FLU_10_A_subscription_that_is_over_is_neither_resumed_nor_kept_nor_changed()
    {
        await using var customer = await Subscriber.BuyAsync(DatabaseKind.Sqlite);
        Assert.Null((await customer.AskAsync(new Cancellation(), "leave")).Refusal);
        await customer.MoveToAndSettleAsync(2026, 12, 3);

        Assert.IsType<NoSubscription>((await customer.AskAsync(new Resumption(), "back")).Refusal);
        Assert.IsType<NoSubscription>((await customer.AskAsync(new CancellationWithdrawal(), "stay")).Refusal);
        Assert.IsType<NoSubscription>((await customer.PreviewAsync("business")).Refusal);
        Assert.Equal(["Grant 600", "Expiry -600"], await customer.LinesAsync());
    }

    [Fact]
    public async Task FLU_10_What_ends_at_the_boundary_cannot_be_paused_there()
    {
        await using var customer = await Subscriber.BuyAsync(DatabaseKind.Sqlite);
        Assert.Null((await customer.AskAsync(new Cancellation(), "leave")).Refusal);

        Assert.Equal(new SubscriptionNotReady(PlanSubscriptionStatus.Active), (await customer.AskAsync(new Pause(), "rest")).Refusal);
    }

    [Fact]
    public async Task Only_owners_change_plans()
    {
        await using var customer = await Subscriber.BuyAsync(DatabaseKind.Sqlite);
        var token = (await customer.PreviewAsync("business")).Value.Token;
        var member = customer.Owner with { Role = MemberRole.Member };
        var none = CancellationToken.None;

        Assert.IsType<OwnerNeeded>((await customer.Store.Get<PreviewPlanChange>().HandleAsync(new("business", BillingInterval.Month), member, none)).Refusal);
        Assert.IsType<OwnerNeeded>((await customer.Store.Get<ConfirmPlanChange>().HandleAsync(token, null, member, none)).Refusal);
        Assert.IsType<OwnerNeeded>((await customer.Store.Get<CancelSubscription>().HandleAsync("key", member, none)).Refusal);
        Assert.IsType<NotFound>((await customer.Store.Get<PauseSubscription>().HandleAsync("key", member with { AccountId = null }, none)).Refusal);
    }

    [Fact]
    public async Task What_is_not_there_or_not_new_is_refused()
    {
        await using var customer = await Subscriber.BuyAsync(DatabaseKind.Sqlite);
        await using var nobody = await Subscriber.OpenAsync(DatabaseKind.Sqlite);

        Assert.IsType<UnknownPlan>((await customer.PreviewAsync("platinum")).Refusal);
        Assert.IsType<NothingToChange>((await customer.PreviewAsync("essential")).Refusal);
        Assert.IsType<PriceNotOffered>((await customer.PreviewAsync("business", BillingInterval.Once)).Refusal);
        Assert.IsType<NoSubscription>((await nobody.PreviewAsync("business")).Refusal);
        Assert.IsType<NoSubscription>((await nobody.AskAsync(new Cancellation(), "cancel")).Refusal);
        Assert.IsType<SubscriptionNotReady>((await customer.AskAsync(new Resumption(), "resume")).Refusal);
    }

    [Fact]
    public async Task A_change_waits_for_a_renewal_that_is_not_known_to_be_paid()
    {
        await using var customer = await Subscriber.BuyAsync(DatabaseKind.Sqlite);
        var preview = (await customer.PreviewAsync("business")).Value;
        Assert.NotNull(preview);
        await customer.MoveToAndSettleAsync(2026, 12, 2);
        var late = (await customer.PreviewAsync("business")).Value;

        Assert.IsType<RenewalInProgress>((await customer.ConfirmAsync(late.Token)).Refusal);
    }
}
