using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Accounts;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Billing;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Store.EventLog;
using Storefront.Stripe;
using Storefront.Stripe.Invoices;
using Storefront.Stripe.Payments;
using Storefront.Stripe.Subscriptions;
using Storefront.Tests.Features.Api;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments;

/// <summary>What happens at Stripe beside our own pages, told by its signed webhooks: what stands here is what stands there, and customer and staff see it.</summary>
public sealed class StripeNewsTests : IAsyncLifetime
{
    private StorefrontHost host = null!;
    private Buyer buyer = null!;

    private StripeClient Stripe => buyer.Get<StripeClient>();

    public async Task InitializeAsync()
    {
        host = await StorefrontHost.StartAsync();
        buyer = await Buyer.OpenAsync(host);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_part_that_is_given_back_is_seen_and_the_rest_makes_it_a_whole()
    {
        await buyer.BuyAsync(buyer.Wish(interval: BillingInterval.Month));
        await RefundAsync(100_000);
        await RefundAsync(66_400);

        using var program = await ApiProgram.OfCustomerAsync(host, buyer);
        const string query = "{ account { payments { status amount { amount } refunded { amount currency } } subscription { status } } }";
        var account = (await program.AskAsync(query)).GetProperty("account");
        Assert.Equal(
            """[{"status":"SUCCEEDED","amount":{"amount":"666400"},"refunded":{"amount":"166400","currency":"CLP"}}]""", account.GetProperty("payments").GetRawText());
        Assert.Equal("ACTIVE", account.GetProperty("subscription").GetProperty("status").GetString());
        using (var customer = await PlainBrowser.SignInAsync(host, buyer.Email, Buyer.Password))
        {
            await customer.OpenAsync("/billing");
            Assert.Matches("166[.,]400 of it was given back", customer.Text);
        }

        var staff = await StaffMember.HireAsync(host);
        using (var desk = await PlainBrowser.SignInAsync(host, staff.Email, StaffMember.Password))
        {
            await desk.OpenAsync($"/desk/accounts/{buyer.Account.Value}");
            Assert.Matches("166[.,]400 given back", desk.Text);
        }

        await RefundAsync(500_000);
        Assert.Equal("Refunded 666400 CLP", (await buyer.ReadAsync()).Payments);
        await using var db = host.Db();
        Assert.Equal(
            ["payment.received", "payment.partly-refunded", "payment.partly-refunded", "payment.refunded"],
            await db.Set<EventRow>().Where(row => row.AccountId == buyer.Account && row.Type.StartsWith("payment.")).OrderBy(row => row.Sequence).Select(row => row.Type).ToListAsync());
    }

    [Fact]
    public async Task COM_05_A_purchase_heard_of_days_later_counts_from_the_day_it_was_paid_as_at_Stripe()
    {
        using var courier = new Courier(host);
        await Buyer.PayAsync(await buyer.OrderAsync(buyer.Wish(interval: BillingInterval.Month)));
        await host.MoveClockAsync(Duration.FromDays(4));
        await BringAllAsync(courier);

        Assert.StartsWith("Active business Month 2026-11-02 2026-12-02", (await buyer.ReadAsync()).Subscriptions, StringComparison.Ordinal);
        Assert.Equal("Grant 1200", (await buyer.ReadAsync()).Hours);

        // Both reckon in the same periods, so that a change can be agreed on.
        Assert.True((await ChangeAsync("growth", BillingInterval.Month)).IsInForce);
    }

    [Fact]
    public async Task COM_05_A_renewal_heard_of_after_the_days_of_grace_mends_what_was_overdue()
    {
        using var courier = new Courier(host);
        await Buyer.PayAsync(await buyer.OrderAsync(buyer.Wish(interval: BillingInterval.Month)));
        await BringAllAsync(courier);
        await host.MoveClockAsync(Duration.FromDays(36));
        Assert.StartsWith("PastDue", (await buyer.ReadAsync()).Subscriptions, StringComparison.Ordinal);

        await BringAllAsync(courier);
        await BringAllAsync(courier);

        var outcome = await buyer.ReadAsync();
        Assert.StartsWith("Active business Month 2026-12-02 2027-01-02", outcome.Subscriptions, StringComparison.Ordinal);
        Assert.Equal("Grant 1200 Expiry -1200 Rollover 360 Grant 1200", outcome.Hours);
        await using var db = host.Db();
        var renewal = (await db.Set<Payment>().AsNoTracking().Where(row => row.AccountId == buyer.Account).OrderBy(row => row.TermStart).ToListAsync())[^1];
        Assert.True(renewal.ChangedAt < renewal.ReceivedAt - Duration.FromDays(4), $"{renewal.ChangedAt} {renewal.ReceivedAt}");
        Assert.Equal((new LocalDate(2026, 12, 2), new LocalDate(2027, 1, 2)), (renewal.TermStart!.Value, renewal.TermEnd!.Value));
    }

    [Fact]
    public async Task FLU_10_What_is_cancelled_or_kept_in_Stripes_portal_is_so_here()
    {
        await buyer.BuyAsync(buyer.Wish(interval: BillingInterval.Month));
        using var program = await ApiProgram.OfCustomerAsync(host, buyer);

        await StripePortal.CancelAsync(buyer);
        await buyer.SettleAsync();
        Assert.StartsWith("2026-12-02", await CancelsAtAsync(program), StringComparison.Ordinal);

        await StripePortal.KeepAsync(buyer);
        await buyer.SettleAsync();
        Assert.Null(await CancelsAtAsync(program));

        // One that is cancelled here is not kept by old news of Stripe's.
        Assert.Null((await buyer.Get<OwnersChange>().HandleAsync(new Cancellation(), "mine", buyer.Viewer, CancellationToken.None)).Refusal);
        await buyer.SettleAsync();
        Assert.NotNull(await CancelsAtAsync(program));
        await host.MoveClockAsync(Duration.FromDays(33));
        await buyer.SettleAsync();
        Assert.StartsWith("Canceled", (await buyer.ReadAsync()).Subscriptions, StringComparison.Ordinal);
        Assert.Equal("Succeeded 666400 CLP", (await buyer.ReadAsync()).Payments);
    }

    [Theory]
    [InlineData(400_000)]
    [InlineData(700_000)]
    public async Task COM_04_A_renewal_at_another_price_is_a_paid_term_that_staff_put_right_and_the_next_is_at_the_price_agreed(long charged)
    {
        await buyer.BuyAsync(buyer.Wish(interval: BillingInterval.Month));
        var item = (await StandingAsync()).Items.Data.Single(found => found.Price.UnitAmount == 560_000);
        await Stripe.V1.SubscriptionItems.UpdateAsync(item.Id, new SubscriptionItemUpdateOptions
        {
            ProrationBehavior = "none",
            PriceData = new SubscriptionItemPriceDataOptions
            {
                Product = item.Price.ProductId,
                Currency = "clp",
                UnitAmount = charged,
                Recurring = new SubscriptionItemPriceDataRecurringOptions { Interval = "month" },
            },
        });
        await host.MoveClockAsync(Duration.FromDays(32));
        await buyer.SettleAsync();

        var outcome = await buyer.ReadAsync();
        Assert.Equal($"Succeeded 666400 CLP, Succeeded {charged + 106_400} CLP RENEWAL_AMOUNT_MISMATCH", string.Join(", ", outcome.Payments.Split(", ").OrderBy(text => text.Length)));
        Assert.StartsWith("Active business Month 2026-12-02 2027-01-02", outcome.Subscriptions, StringComparison.Ordinal);
        var shown = (await buyer.Get<PaymentProblemReader>().ListAsync(10, CancellationToken.None)).Single(problem => problem.AccountId == buyer.Account);
        Assert.Equal(("RENEWAL_AMOUNT_MISMATCH", charged + 106_400), (shown.Reason, shown.Amount.MinorUnits));
        var view = (await buyer.Get<BillingReader>().ListPaymentsAsync(buyer.Account, CancellationToken.None)).Single(payment => payment.IsWrongAmount);
        Assert.Equal((new LocalDate(2026, 12, 2), false), (view.TermStart!.Value, view.HasProblem));

        Assert.Contains((await StandingAsync()).Items.Data, found => found.Price.UnitAmount == 560_000);
        await host.MoveClockAsync(Duration.FromDays(31));
        await buyer.SettleAsync();
        Assert.Equal(2, (await buyer.ReadAsync()).Payments.Split(", ").Count(payment => payment == "Succeeded 666400 CLP"));
        Assert.StartsWith("Active business Month 2027-01-02 2027-02-02", (await buyer.ReadAsync()).Subscriptions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_that_becomes_a_year_and_a_year_that_becomes_a_month_are_each_charged_when_they_begin()
    {
        await buyer.BuyAsync(buyer.Wish("essential", BillingInterval.Month));
        await ChangeAsync("essential", BillingInterval.Year);
        await buyer.SettleAsync();

        // Stripe writes an invoice of nothing for the change: it is no payment and changes nothing.
        var invoices = await Stripe.V1.Invoices.ListAsync(new InvoiceListOptions { Customer = await buyer.CustomerAsync(), Limit = 10 });
        Assert.Contains(invoices.Data, invoice => invoice is { Total: 0, Status: InvoiceStatuses.Paid });
        Assert.Equal("Succeeded 357000 CLP", (await buyer.ReadAsync()).Payments);
        Assert.StartsWith("Active essential Month 2026-11-02 2026-12-02", (await buyer.ReadAsync()).Subscriptions, StringComparison.Ordinal);

        await host.MoveClockAsync(Duration.FromDays(32));
        await buyer.SettleAsync();
        Assert.Equal("Succeeded 357000 CLP, Succeeded 3855600 CLP", (await buyer.ReadAsync()).Payments);
        Assert.StartsWith("Active essential Year 2026-12-02 2027-12-02", (await buyer.ReadAsync()).Subscriptions, StringComparison.Ordinal);

        await ChangeAsync("essential", BillingInterval.Month);
        await host.MoveClockAsync(Duration.FromDays(366));
        await buyer.SettleAsync();
        var outcome = await buyer.ReadAsync();
        Assert.Equal("Succeeded 357000 CLP, Succeeded 357000 CLP, Succeeded 3855600 CLP", outcome.Payments);
        Assert.StartsWith("Active essential Month 2027-12-02 2028-01-02", outcome.Subscriptions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_of_an_unknown_customer_stands_in_the_desks_operations_until_it_is_tried_again()
    {
        using var courier = new Courier(host);
        var order = await buyer.OrderAsync();
        await Buyer.PayAsync(order);
        var customer = await buyer.CustomerAsync();
        await SetCustomerAsync(null);
        foreach (var happened in await EventsAsync(courier, customer!))
        {
            await courier.BringAsync(happened);
        }

        await buyer.ProcessAsync();
        var staff = await StaffMember.HireAsync(host);
        using var desk = await PlainBrowser.SignInAsync(host, staff.Email, StaffMember.Password);
        await desk.OpenAsync("/desk/operations");
        Assert.Contains(customer!, desk.Text, StringComparison.Ordinal);

        await SetCustomerAsync(customer);
        await desk.SubmitAsync("form.row-end");
        await buyer.ProcessAsync();
        Assert.Equal(OrderStatus.Paid, (await buyer.ReadOrderAsync(order.Reference)).Status);
    }

    private async Task<ChangeOutcome> ChangeAsync(string plan, BillingInterval interval)
    {
        var preview = await buyer.Get<PreviewPlanChange>().HandleAsync(new PreviewPlanChangeInput(plan, interval), buyer.Viewer, CancellationToken.None);
        Assert.Null(preview.Refusal);
        var confirmed = await buyer.Get<ConfirmPlanChange>().HandleAsync(preview.Value.Token, idempotencyKey: null, buyer.Viewer, CancellationToken.None);
        Assert.Null(confirmed.Refusal);
        return confirmed.Value;
    }

    private async Task RefundAsync(long amount)
    {
        var invoices = await Stripe.V1.Invoices.ListAsync(new InvoiceListOptions { Customer = await buyer.CustomerAsync() });
        var paid = await Stripe.V1.InvoicePayments.ListAsync(new InvoicePaymentListOptions { Invoice = invoices.Data[0].Id });
        await Stripe.V1.Refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = paid.Data[0].Payment.PaymentIntentId, Amount = amount });
        await buyer.SettleAsync();
    }

    private async Task<Subscription> StandingAsync()
    {
        await using var db = host.Db();
        var id = await db.Set<PlanSubscription>().Where(row => row.AccountId == buyer.Account && row.Status != PlanSubscriptionStatus.Canceled)
            .Select(row => row.StripeSubscriptionId).SingleAsync();
        return await Stripe.V1.Subscriptions.GetAsync(id!);
    }

    private static async Task<string?> CancelsAtAsync(ApiProgram program) =>
        (await program.AskAsync("{ account { subscription { cancelsAt } } }")).GetProperty("account").GetProperty("subscription").GetProperty("cancelsAt").GetString();

    private async Task BringAllAsync(Courier courier)
    {
        foreach (var happened in await courier.EventsOfAsync(buyer))
        {
            await courier.BringAsync(happened);
        }

        await buyer.ProcessAsync();
    }

    private async Task<IReadOnlyList<JsonObject>> EventsAsync(Courier courier, string customer)
    {
        await SetCustomerAsync(customer);
        var events = await courier.EventsOfAsync(buyer);
        await SetCustomerAsync(null);
        return [.. events.Where(happened => Courier.TypeOf(happened) == "invoice.paid")];
    }

    private async Task SetCustomerAsync(string? customer)
    {
        await using var db = host.Db();
        await db.Set<Account>().Where(account => account.Id == buyer.Account)
            .ExecuteUpdateAsync(row => row.SetProperty(account => account.StripeCustomerId, customer));
    }
}
