using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Desk;
using Storefront.Features.Payments;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Store;
using Storefront.Stripe.Customers;
using Storefront.Tests.Features.Subscriptions;

namespace Storefront.Tests.Features.Hours;

/// <summary>What Fenicio's handbook charges, billed by the local Stripe over HTTP.</summary>
public class FenicioBillingTests
{
    [Fact]
    public async Task FEN_12_Work_beyond_the_hours_is_on_the_next_invoice_with_its_tax()
    {
        var (billed, shop) = await OpenAsync();
        await using var _ = billed;
        await billed.SubscribeAsync("silver");
        await LogBeyondAsync(shop);
        await billed.RunDueWorkAsync();

        // 30 minutes at Silver's 2 600 an hour, and 22 % on it; told again, it is there once.
        Assert.Equal([28_600L, 130_000L], (await billed.WaitingAsync()).Select(item => item.Amount).Order());
        await billed.RunDueWorkAsync();
        Assert.NotNull(Assert.Single(await shop.OveragesAsync()).BilledAt);

        await billed.MoveToAsync(2026, 12, 4);

        var renewal = (await billed.InvoicesAsync())[^1];
        Assert.Equal([28_600L, 130_000L, 261_800L, 1_190_000L], renewal.Lines.Data.Select(line => line.Amount).Order());
        Assert.Equal(("paid", 1_610_400L), (renewal.Status, renewal.AmountPaid));
    }

    [Fact]
    public async Task FEN_12_Work_that_is_taken_back_after_it_was_priced_is_credited_to_the_minor_unit()
    {
        var (billed, shop) = await OpenAsync();
        await using var _ = billed;
        await billed.SubscribeAsync("silver");
        var (ticket, log) = await LogBeyondAsync(shop);
        await billed.RunDueWorkAsync();

        for (var times = 0; times < 2; times++)
        {
            var reversed = await shop.Get<ReverseWorkLog>().HandleAsync(ticket, log, "It was our own fault.", shop.Staff, CancellationToken.None);
            Assert.Null(reversed.Refusal);
            await billed.RunDueWorkAsync();
        }

        Assert.Equal([(30, 130_000L, 28_600L), (-30, -130_000L, -28_600L)], (await shop.OveragesAsync())
            .Select(overage => (overage.Minutes, overage.Net.MinorUnits, overage.Tax.MinorUnits)).OrderByDescending(overage => overage.Minutes));
        Assert.Equal([-130_000L, -28_600L, 28_600L, 130_000L], (await billed.WaitingAsync()).Select(item => item.Amount).Order());
        Assert.Equal("Reversal 300", (await shop.LinesAsync())[^1]);
    }

    [Fact]
    public async Task FEN_12_Work_beyond_the_free_hours_is_billed_with_the_first_plan_that_is_billed()
    {
        var (billed, shop) = await OpenAsync();
        await using var _ = billed;
        var ticket = await shop.OpenTicketAsync("request");
        await shop.MoveToAsync(2026, 11, 3, 17);
        await shop.QuoteAsync(ticket, 90);
        await shop.LogAsync(ticket, 90);
        await shop.CloseAsync(ticket);
        await billed.RunDueWorkAsync();
        Assert.Null(Assert.Single(await shop.OveragesAsync()).BilledAt);

        await billed.SubscribeAsync("silver");
        await billed.RunDueWorkAsync();

        // 30 minutes at Básico's 2 900 an hour.
        Assert.NotNull(Assert.Single(await shop.OveragesAsync()).BilledAt);
        Assert.Equal([31_900L, 145_000L], (await billed.WaitingAsync()).Select(item => item.Amount).Order());
    }

    [Fact]
    public async Task FEN_06_A_renewal_is_being_charged_until_the_card_has_failed_or_it_has_taken_too_long()
    {
        var (billed, shop) = await OpenAsync();
        await using var _ = billed;
        await billed.SubscribeAsync("silver");
        await shop.MoveToAsync(2026, 12, 2, 1);
        Assert.Equal((PlanSubscriptionStatus.PastDue, true), await StandingAsync(shop));

        await using (var db = shop.Store.Db())
        {
            var subscription = await shop.SubscriptionAsync();
            db.Add(new Payment
            {
                AccountId = shop.Account,
                Id = PaymentId.New(shop.Store.Time.Now),
                BusinessKey = "renewal",
                SubscriptionId = subscription.Id,
                Amount = subscription.Price,
                Method = "card",
                Status = PaymentStatus.Failed,
                ReceivedAt = shop.Store.Time.Now,
                ChangedAt = shop.Store.Time.Now,
            });
            await db.SaveChangesAsync();
        }

        Assert.Equal((PlanSubscriptionStatus.PastDue, false), await StandingAsync(shop));
    }

    [Fact]
    public async Task FEN_06_A_renewal_of_which_nothing_is_heard_for_a_day_is_missing()
    {
        var (billed, shop) = await OpenAsync();
        await using var _ = billed;
        await billed.SubscribeAsync("silver");
        await shop.MoveToAsync(2026, 12, 3, 1);

        Assert.Equal((PlanSubscriptionStatus.PastDue, false), await StandingAsync(shop));
    }

    private static async Task<(PlanSubscriptionStatus Status, bool IsBeingCharged)> StandingAsync(FenicioShop shop)
    {
        var read = (await shop.Get<SubscriptionReader>().ReadAsync(shop.Account, CancellationToken.None))!;
        return (read.State.Status, read.IsBeingCharged);
    }

    [Fact]
    public async Task FEN_04_The_whole_difference_is_charged_before_an_upgrade_acts()
    {
        var (billed, shop) = await OpenAsync();
        await using var _ = billed;
        await billed.SubscribeAsync("silver");
        await billed.MoveToAsync(2026, 11, 28);

        var preview = await billed.Subscriber.ChangeAsync("gold");

        Assert.Equal((1_000_000L, 220_000L, 300), (preview.MoneyNow.Amount.MinorUnits, preview.MoneyNow.Tax.MinorUnits, preview.MinutesNow));
        var invoice = (await billed.InvoicesAsync())[^1];
        Assert.Equal(("paid", 1_220_000L), (invoice.Status, invoice.AmountPaid));
        Assert.Equal(["Grant 60", "Upgrade 240", "Upgrade 300"], await shop.LinesAsync());
    }

    [Fact]
    public async Task FEN_02_From_an_earned_plan_an_upgrade_charges_the_difference_from_its_list_price_as_previewed()
    {
        var (billed, shop) = await OpenAsync();
        await using var _ = billed;
        await billed.SubscribeAsync("silver");
        foreach (var (month, amount) in new[] { (7, "130000"), (8, "130000"), (9, "130000"), (10, "130000") })
        {
            Assert.Null((await shop.RecordAsync(2026, month, amount)).Refusal);
        }

        await billed.MoveToAsync(2026, 12, 10);
        Assert.Equal(["Grant 300", "Loyalty 300"], (await shop.LinesAsync())[^2..]);

        var preview = await billed.Subscriber.ChangeAsync("platinum");

        // 39 900 less Gold's 21 900, and 22 % on it; 1 200 minutes less 600.
        Assert.Equal((1_800_000L, 396_000L, 600), (preview.MoneyNow.Amount.MinorUnits, preview.MoneyNow.Tax.MinorUnits, preview.MinutesNow));
        Assert.Equal("gold", Assert.Single(preview.Lines, line => line.Kind == ChangeLineKind.Adjustment).InsteadOf);
        var invoice = (await billed.InvoicesAsync())[^1];
        Assert.Equal(("paid", 2_196_000L), (invoice.Status, invoice.AmountPaid));

        await billed.MoveToAsync(2027, 1, 4);
        Assert.Equal(4_867_800L, (await billed.InvoicesAsync())[^1].AmountPaid);
    }

    [Fact]
    public async Task FEN_04_A_card_that_declines_leaves_everything_as_it_was_and_says_so()
    {
        var (billed, shop) = await OpenAsync();
        await using var _ = billed;
        await billed.SubscribeAsync("silver");
        await billed.MoveToAsync(2026, 11, 28);
        await UseCardAsync(billed, "pm_card_chargeCustomerFail");
        var (before, preview) = (await shop.SubscriptionAsync(), (await billed.Subscriber.PreviewAsync("gold")).Value);

        var declined = await billed.Subscriber.ConfirmAsync(preview.Token, "once");
        var again = await billed.Subscriber.ConfirmAsync(preview.Token, "once");

        Assert.Equal("generic_decline", Assert.IsType<BillingRefused>(declined.Refusal).Reason);
        Assert.IsType<BillingRefused>(again.Refusal);
        Assert.Equal(["Grant 60", "Upgrade 240"], await shop.LinesAsync());
        Assert.Equal(before.ToDomain(), (await shop.SubscriptionAsync()).ToDomain());
        Assert.Equal(["paid", "void"], (await billed.InvoicesAsync()).Select(invoice => invoice.Status));
        Assert.Empty(await billed.WaitingAsync());
        Assert.Equal(1_190_000, (await billed.StandingAsync()).Items.Data[0].Price.UnitAmount);
    }

    [Fact]
    public async Task FEN_04_After_a_card_declined_the_plan_goes_on_and_another_card_upgrades_it()
    {
        var (billed, shop) = await OpenAsync();
        await using var _ = billed;
        await billed.SubscribeAsync("silver");
        await billed.MoveToAsync(2026, 11, 28);
        await UseCardAsync(billed, "pm_card_chargeCustomerFail");
        Assert.IsType<BillingRefused>((await billed.Subscriber.ConfirmAsync((await billed.Subscriber.PreviewAsync("gold")).Value.Token)).Refusal);
        Assert.Equal("active", (await billed.StandingAsync()).Status);

        await UseCardAsync(billed, "pm_card_visa");
        await billed.Subscriber.ChangeAsync("gold");
        Assert.Equal("Upgrade 300", (await shop.LinesAsync())[^1]);
    }

    [Fact]
    public async Task FEN_05_Leaving_before_the_contract_ends_is_refused_naming_the_date_whoever_asks()
    {
        var (billed, shop) = await OpenAsync();
        await using var _ = billed;
        await billed.SubscribeAsync("gold");

        var refused = await billed.Subscriber.PreviewAsync("silver");
        var wish = await shop.Get<PreviewWish>().HandleAsync(WishKind.Cancel, shop.Owner, CancellationToken.None);

        Assert.Equal(new CommittedUntil(new NodaTime.LocalDate(2027, 11, 2)), refused.Refusal);
        Assert.Equal(new NodaTime.LocalDate(2027, 11, 2), wish.Value.Preview.EffectiveOn);
        Assert.IsType<PauseNotOffered>((await shop.Get<PreviewWish>().HandleAsync(WishKind.Pause, shop.Owner, CancellationToken.None)).Refusal);
        Assert.Equal(new TemporaryUpgradeNotPossible("platinum"), (await billed.Subscriber.PreviewAsync("platinum", temporary: true)).Refusal);
        Assert.Equal(
            new PriceNotOffered("platinum", BillingInterval.Year, "UYU"), (await billed.Subscriber.PreviewAsync("platinum", BillingInterval.Year)).Refusal);
    }

    private static async Task<(BilledSubscriber Billed, FenicioShop Shop)> OpenAsync()
    {
        var billed = await BilledSubscriber.OpenAsync(Handbooks.Load("fenicio"), FenicioShop.AddDesk);
        return (billed, new FenicioShop(billed.Subscriber.Store, billed.Subscriber.Account));
    }

    /// <summary>330 minutes in business hours on Silver's 300, on a ticket that is closed.</summary>
    private static async Task<(Storefront.Features.Tickets.TicketKey Ticket, WorkLogId Log)> LogBeyondAsync(FenicioShop shop)
    {
        var ticket = await shop.OpenTicketAsync("request");
        await shop.MoveToAsync(2026, 11, 3, 17);
        await shop.QuoteAsync(ticket, 330);
        var log = await shop.LogAsync(ticket, 330);
        await shop.CloseAsync(ticket);
        Assert.Equal(30, Assert.Single(await shop.OveragesAsync()).Minutes);
        return (ticket, log.Id);
    }

    private static async Task UseCardAsync(BilledSubscriber billed, string card)
    {
        var customer = (await billed.StandingAsync()).CustomerId;
        await billed.Stripe.V1.Customers.UpdateAsync(
            customer, new CustomerUpdateOptions { InvoiceSettings = new CustomerInvoiceSettingsOptions { DefaultPaymentMethod = card } });
    }
}
