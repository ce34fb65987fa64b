using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Store.DueWork;
using Storefront.Stripe;
using Storefront.Stripe.Subscriptions;
using Storefront.Stripe.TaxRates;

namespace Storefront.Tests.Features.Subscriptions;

/// <summary>Changes of subscriptions that Stripe bills: what it is told is what it charges.</summary>
public class BilledPlanChangeTests
{
    [Fact]
    public async Task FLU_05_What_a_monthly_upgrade_was_previewed_at_is_what_the_next_invoice_charges()
    {
        await using var billed = await BilledSubscriber.BuyAsync();
        await billed.MoveToAsync(2026, 11, 12);

        var preview = await billed.Subscriber.ChangeAsync("business");
        await billed.MoveToAsync(2026, 12, 4);

        var invoice = (await billed.InvoicesAsync())[1];
        Assert.Equal("paid", invoice.Status);
        Assert.Equal(preview.MoneyAtRenewal.Total.MinorUnits, invoice.AmountPaid);
        Assert.Equal([32_933L, 106_400L, 173_333L, 560_000L], invoice.Lines.Data.Select(line => line.Amount).Order());
        Assert.Contains(invoice.Lines.Data, line => line.Description == "Cambio de Essential a Business: 20 de 30 días");
        Assert.Equal(["Grant 600", "Upgrade 400", "Expiry -600", "Expiry -400", "Rollover 300", "Grant 1200"], await billed.Subscriber.LinesAsync());
        Assert.Equal(new LocalDate(2027, 1, 2), (await billed.Subscriber.SubscriptionAsync()).PaidThrough);
    }

    [Fact]
    public async Task FLU_05_An_annual_upgrade_is_charged_at_the_next_monthly_boundary()
    {
        await using var billed = await BilledSubscriber.BuyAsync(interval: BillingInterval.Year);
        await billed.MoveToAsync(2026, 11, 12);

        var preview = await billed.Subscriber.ChangeAsync("business", BillingInterval.Year);
        await billed.MoveToAsync(2026, 12, 4);

        var invoices = await billed.InvoicesAsync();
        Assert.Equal(2, invoices.Count);
        Assert.Equal("automatic_pending_invoice_item_invoice", invoices[1].BillingReason);
        Assert.Equal(preview.MoneyOnNextInvoice.Total.MinorUnits, invoices[1].AmountPaid);
        Assert.Equal(new LocalDate(2027, 11, 2), (await billed.Subscriber.SubscriptionAsync()).PaidThrough);
    }

    [Fact]
    public async Task FLU_06_After_a_temporary_upgrade_the_old_price_renews()
    {
        await using var billed = await BilledSubscriber.BuyAsync();
        await billed.MoveToAsync(2026, 11, 12);
        await billed.Subscriber.ChangeAsync("business", temporary: true);
        await billed.MoveToAsync(2026, 12, 4);

        Assert.Equal([32_933L, 57_000L, 173_333L, 300_000L], (await billed.InvoicesAsync())[1].Lines.Data.Select(line => line.Amount).Order());
        Assert.Equal("essential", (await billed.Subscriber.SubscriptionAsync()).PlanKey);
    }

    [Fact]
    public async Task FLU_07_A_downgrade_charges_nothing_now_and_the_lower_price_at_the_renewal()
    {
        await using var billed = await BilledSubscriber.BuyAsync("growth");
        await billed.Subscriber.ChangeAsync("essential");
        Assert.Empty(await billed.WaitingAsync());
        await billed.MoveToAsync(2026, 12, 4);

        Assert.Equal([57_000L, 300_000L], (await billed.InvoicesAsync())[1].Lines.Data.Select(line => line.Amount).Order());
        var changed = await billed.Subscriber.SubscriptionAsync();
        Assert.Equal(("essential", PlanSubscriptionStatus.Active), (changed.PlanKey, changed.Status));
    }

    [Fact]
    public async Task A_downgrade_that_is_taken_back_renews_at_the_old_price()
    {
        await using var billed = await BilledSubscriber.BuyAsync("growth");
        await billed.Subscriber.ChangeAsync("essential");
        Assert.Null((await billed.Subscriber.AskAsync(new ScheduledChangeWithdrawal(), "undo")).Refusal);
        await billed.MoveToAsync(2026, 12, 4);

        Assert.Equal([197_600L, 1_040_000L], (await billed.InvoicesAsync())[1].Lines.Data.Select(line => line.Amount).Order());
    }

    [Theory]
    [InlineData(false, 3_240_000L)]
    [InlineData(true, 300_000L)]
    public async Task A_year_that_follows_a_month_is_charged_when_the_month_is_over(bool takenBack, long charged)
    {
        await using var billed = await BilledSubscriber.BuyAsync();
        await billed.MoveToAsync(2026, 11, 12);
        await billed.Subscriber.ChangeAsync("essential", BillingInterval.Year);
        if (takenBack)
        {
            Assert.Null((await billed.Subscriber.AskAsync(new ScheduledChangeWithdrawal(), "undo")).Refusal);
        }

        await billed.MoveToAsync(2026, 11, 30);
        Assert.Single(await billed.InvoicesAsync(), invoice => invoice.Total > 0);
        await billed.MoveToAsync(2026, 12, 4);

        Assert.Equal(charged, (await billed.InvoicesAsync())[^1].Lines.Data.Max(line => line.Amount));
        var subscription = await billed.Subscriber.SubscriptionAsync();
        Assert.Equal(new LocalDate(2027, takenBack ? 1 : 12, 2), subscription.PaidThrough);
    }

    [Fact]
    public async Task FLU_10_A_paused_month_is_not_charged_and_resuming_charges_the_next_at_once()
    {
        await using var billed = await BilledSubscriber.BuyAsync();
        await billed.MoveToAsync(2026, 11, 12);
        Assert.Null((await billed.Subscriber.AskAsync(new Pause(), "pause")).Refusal);
        await billed.MoveToAsync(2027, 1, 20);
        Assert.Equal(PlanSubscriptionStatus.Paused, (await billed.Subscriber.SubscriptionAsync()).Status);
        Assert.Single(await billed.InvoicesAsync(), invoice => invoice.Status == "paid");

        Assert.Null((await billed.Subscriber.AskAsync(new Resumption(), "resume")).Refusal);
        await billed.MoveToAsync(2027, 1, 21);

        var resumed = await billed.Subscriber.SubscriptionAsync();
        Assert.Equal((PlanSubscriptionStatus.Active, 2), (resumed.Status, (await billed.InvoicesAsync()).Count(invoice => invoice.Status == "paid")));
        Assert.Equal("Grant 600", (await billed.Subscriber.LinesAsync())[^1]);
    }

    [Fact]
    public async Task FLU_10_A_paused_year_is_renewed_later_by_the_length_of_the_pause()
    {
        await using var billed = await BilledSubscriber.BuyAsync(interval: BillingInterval.Year);
        Assert.Null((await billed.Subscriber.AskAsync(new Pause(), "pause")).Refusal);
        await billed.MoveToAsync(2027, 1, 20);
        Assert.Null((await billed.Subscriber.AskAsync(new Resumption(), "resume")).Refusal);

        var standing = await billed.StandingAsync();
        Assert.Equal(new DateTimeOffset(2027, 12, 20, 3, 0, 0, TimeSpan.Zero), standing.Items.Data[0].CurrentPeriodEnd);
        Assert.Null(standing.PauseCollection);
    }

    [Fact]
    public async Task An_upgrade_waiting_to_be_charged_is_charged_before_a_pause()
    {
        await using var billed = await BilledSubscriber.BuyAsync();
        await billed.MoveToAsync(2026, 11, 12);
        await billed.Subscriber.ChangeAsync("business");
        Assert.Null((await billed.Subscriber.AskAsync(new Pause(), "pause")).Refusal);
        await billed.MoveToAsync(2026, 12, 10);

        Assert.Equal(2, (await billed.InvoicesAsync()).Count(invoice => invoice.Status == "paid"));
        Assert.Contains(await billed.InvoicesAsync(), invoice => invoice is { Status: "paid", Subtotal: 206_266 });
    }

    [Fact]
    public async Task FLU_10_A_cancelled_subscription_is_not_renewed_and_one_that_is_kept_is()
    {
        await using var billed = await BilledSubscriber.BuyAsync();
        Assert.Null((await billed.Subscriber.AskAsync(new Cancellation(), "cancel")).Refusal);
        Assert.True((await billed.StandingAsync()).CancelAtPeriodEnd);
        Assert.Null((await billed.Subscriber.AskAsync(new CancellationWithdrawal(), "keep")).Refusal);
        Assert.False((await billed.StandingAsync()).CancelAtPeriodEnd);
        Assert.Null((await billed.Subscriber.AskAsync(new Cancellation(), "cancel-again")).Refusal);
        await billed.MoveToAsync(2026, 12, 4);

        Assert.Single(await billed.InvoicesAsync());
        Assert.Equal("canceled", (await billed.StandingAsync()).Status);
        Assert.Equal(PlanSubscriptionStatus.Canceled, (await billed.Subscriber.SubscriptionAsync()).Status);
    }

    [Fact]
    public async Task What_Stripe_did_not_hear_is_told_later_and_happens_once()
    {
        await using var billed = await BilledSubscriber.BuyAsync();
        await billed.MoveToAsync(2026, 11, 12);
        var options = billed.Subscriber.Store.Get<StripeClientOptions>();
        var there = options.ApiBase;
        var preview = (await billed.Subscriber.PreviewAsync("business")).Value;

        options.ApiBase = new Uri("http://127.0.0.1:1/");
        Assert.False((await billed.Subscriber.ConfirmAsync(preview.Token)).Value.IsInForce);
        Assert.Equal(["Grant 600"], await billed.Subscriber.LinesAsync());
        Assert.IsType<ChangeInProgress>((await billed.Subscriber.AskAsync(new Cancellation(), "meanwhile")).Refusal);

        options.ApiBase = there;
        billed.Subscriber.Store.Time.Advance(Duration.FromMinutes(1));
        await billed.Subscriber.Store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);

        Assert.Equal(["Grant 600", "Upgrade 400"], await billed.Subscriber.LinesAsync());
        Assert.Equal(2, (await billed.WaitingAsync()).Count);
        Assert.True((await billed.Subscriber.ConfirmAsync(preview.Token)).Value.IsInForce);
        Assert.Equal(2, (await billed.WaitingAsync()).Count);
    }

    [Fact]
    public async Task A_change_whose_end_nobody_saw_until_it_would_cost_something_else_is_taken_back()
    {
        await using var billed = await BilledSubscriber.BuyAsync();
        await billed.MoveToAsync(2026, 11, 12);
        var options = billed.Subscriber.Store.Get<StripeClientOptions>();
        var there = options.ApiBase;
        var preview = (await billed.Subscriber.PreviewAsync("business")).Value;
        options.ApiBase = new Uri("http://127.0.0.1:1/");
        await billed.Subscriber.ConfirmAsync(preview.Token);

        options.ApiBase = there;
        billed.Subscriber.Store.Time.Advance(Duration.FromDays(1));
        await billed.Subscriber.Store.Get<DueWorkRunner>().RunDueAsync(CancellationToken.None);

        Assert.Equal(["Grant 600"], await billed.Subscriber.LinesAsync());
        Assert.Empty(await billed.WaitingAsync());
        Assert.Equal(300_000, (await billed.StandingAsync()).Items.Data[0].Price.UnitAmount);
        await using var db = billed.Subscriber.Store.Db();
        Assert.Equal(PendingPlanChangeState.Refused, (await db.Set<PendingPlanChange>().SingleAsync()).State);
    }

    [Fact]
    public async Task What_Stripe_would_charge_otherwise_than_was_shown_refuses_the_change_and_leaves_nothing()
    {
        await using var billed = await BilledSubscriber.BuyAsync();
        var rate = await billed.Stripe.V1.TaxRates.CreateAsync(new TaxRateCreateOptions { DisplayName = "Otra", Inclusive = false, Percentage = 5 });
        await billed.Stripe.V1.Subscriptions.UpdateAsync(billed.StripeId, new SubscriptionUpdateOptions { DefaultTaxRates = [rate.Id] });
        var preview = (await billed.Subscriber.PreviewAsync("business")).Value;

        Assert.IsType<BillingDisagrees>((await billed.Subscriber.ConfirmAsync(preview.Token)).Refusal);

        Assert.Equal(["Grant 600"], await billed.Subscriber.LinesAsync());
        Assert.Empty(await billed.WaitingAsync());
        Assert.Equal(300_000, (await billed.StandingAsync()).Items.Data[0].Price.UnitAmount);
        Assert.Null((await billed.Subscriber.AskAsync(new Cancellation(), "afterwards")).Refusal);
    }

    [Fact]
    public async Task A_subscription_that_is_over_at_Stripe_cannot_be_changed()
    {
        await using var billed = await BilledSubscriber.BuyAsync();
        await billed.Stripe.V1.Subscriptions.CancelAsync(billed.StripeId);
        var preview = (await billed.Subscriber.PreviewAsync("business")).Value;

        Assert.IsType<BillingRefused>((await billed.Subscriber.ConfirmAsync(preview.Token)).Refusal);
        Assert.Equal(["Grant 600"], await billed.Subscriber.LinesAsync());
    }
}
