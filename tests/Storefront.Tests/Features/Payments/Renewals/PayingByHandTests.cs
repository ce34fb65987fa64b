using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Features.Hours;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Store;
using Storefront.Store.Outbox;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments.Renewals;

/// <summary>A plan paid by transfer, term after term: asked for ahead, paid, late, at rest and back, changed and ended, with nothing lost.</summary>
public sealed class PayingByHandTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private static readonly DateTimeZone Santiago = DateTimeZoneProviders.Tzdb["America/Santiago"];

    private int numbers;

    [Fact]
    public async Task FLU_21_A_plan_bought_by_transfer_is_renewed_by_hand_pauses_unpaid_and_comes_back()
    {
        var (buyer, today) = (await BuyAsync(), Today());
        var due = today.PlusMonths(1);
        await MoveToAsync(due.PlusDays(-11));
        Assert.Empty(await AskedAsync(buyer));

        // Asked for ten days ahead and paid in time: no gap.
        await MoveToAsync(due.PlusDays(-9));
        var first = Assert.Single(await AskedAsync(buyer));
        Assert.Equal((due, BillingInterval.Month, "transfer"), (first.RenewalDueOn!.Value, first.Interval, first.PaymentMethod));
        Assert.Equal(1, await MailsAsync(buyer, first));
        await PayAsync(buyer, first);
        Assert.Equal((PlanSubscriptionStatus.Active, due.PlusMonths(1)), await StandsAsync(buyer));
        await MoveToAsync(due.PlusDays(1));
        Assert.Equal(2, await GrantsAsync(buyer));

        // A day late, within the days of grace: reminded before and after, and no gap either.
        due = due.PlusMonths(1);
        await MoveToAsync(due.PlusDays(1));
        var second = Assert.Single(await AskedAsync(buyer));
        Assert.Equal(3, await MailsAsync(buyer, second));
        Assert.Equal(3, await GrantsAsync(buyer));
        await PayAsync(buyer, second);
        Assert.Equal((PlanSubscriptionStatus.Active, due.PlusMonths(1)), await StandsAsync(buyer));

        due = due.PlusMonths(1);
        await MoveToAsync(due.PlusDays(-5));
        await PayAsync(buyer, Assert.Single(await AskedAsync(buyer)));

        // Never paid: past due after the grace, at rest after ten days, told each time once.
        due = due.PlusMonths(1);
        await MoveToAsync(due.PlusDays(4));
        Assert.Equal((PlanSubscriptionStatus.PastDue, due), await StandsAsync(buyer));
        await MoveToAsync(due.PlusDays(12));
        Assert.Equal((PlanSubscriptionStatus.AwaitingPayment, due), await StandsAsync(buyer));
        var fourth = Assert.Single(await AskedAsync(buyer));
        Assert.Equal(5, await MailsAsync(buyer, fourth));
        Assert.True((await OverviewAsync(buyer)).State.RestsUnpaid);

        // Paid at last: a whole term from that day.
        await PayAsync(buyer, fourth);
        var back = Today().PlusMonths(1);
        Assert.Equal((PlanSubscriptionStatus.Active, back), await StandsAsync(buyer));
        Assert.Equal(600 + 180, (await buyer.ReadAsync()).Balance);
        Assert.Equal(back.PlusDays(-10), (await OverviewAsync(buyer)).Renewal!.OrderOn);
        Assert.Empty(await AskedAsync(buyer));
    }

    [Fact]
    public async Task FLU_05_FLU_21_An_upgrade_replaces_what_was_asked_for_and_what_came_for_it_pays_the_new_order()
    {
        var (buyer, today) = (await BuyAsync(), Today());
        await MoveToAsync(today.PlusMonths(1).PlusDays(-8));
        var asked = Assert.Single(await AskedAsync(buyer));
        await PayAsync(buyer, asked, "100000");
        await UpgradeAsync(buyer, "business");

        var now = Assert.Single(await AskedAsync(buyer));
        Assert.Equal(OrderStatus.Canceled, (await buyer.ReadOrderAsync(asked.Reference)).Status);
        Assert.Equal((2, 100_000L), (now.RenewalLines!.Items.Count, now.PaidMinorUnits));
        Assert.Empty(await buyer.Get<CreditReader>().ListAsync(buyer.Account, CancellationToken.None));
        await PayAsync(buyer, now);
        Assert.Equal((PlanSubscriptionStatus.Active, today.PlusMonths(2)), await StandsAsync(buyer));

        // What comes for the withdrawn one all the same is credit, and nothing is asked for twice.
        Assert.Empty(await AskedAsync(buyer));
    }

    [Fact]
    public async Task FLU_10_FLU_21_Who_cancels_is_asked_for_nothing_more_and_has_back_as_credit_what_it_paid()
    {
        var (buyer, today) = (await BuyAsync(), Today());
        await MoveToAsync(today.PlusMonths(1).PlusDays(-8));
        var asked = Assert.Single(await AskedAsync(buyer));
        await PayAsync(buyer, asked, "50000");
        Assert.Null((await buyer.Get<CancelSubscription>().HandleAsync("cancel", buyer.Viewer, CancellationToken.None)).Refusal);

        Assert.Empty(await AskedAsync(buyer));
        Assert.Equal([new Money(50_000, Currency.Clp)], await buyer.Get<CreditReader>().ListAsync(buyer.Account, CancellationToken.None));
        await MoveToAsync(today.PlusMonths(1).PlusDays(1));
        Assert.Equal(PlanSubscriptionStatus.Canceled, (await StandsAsync(buyer)).Status);
    }

    [Fact]
    public async Task FLU_21_What_was_paid_too_much_pays_the_next_term_as_soon_as_it_is_asked_for()
    {
        var (buyer, today) = (await BuyAsync(times: 2), Today());
        await MoveToAsync(today.PlusMonths(1).PlusDays(-9));

        Assert.Empty(await AskedAsync(buyer));
        Assert.Equal((PlanSubscriptionStatus.Active, today.PlusMonths(2)), await StandsAsync(buyer));
        Assert.Empty(await buyer.Get<CreditReader>().ListAsync(buyer.Account, CancellationToken.None));
    }

    [Fact]
    public async Task FLU_21_A_renewal_is_not_withdrawn_as_an_order_is()
    {
        var (buyer, today) = (await BuyAsync(), Today());
        await MoveToAsync(today.PlusMonths(1).PlusDays(-8));
        var asked = Assert.Single(await AskedAsync(buyer));

        Assert.IsType<OrderOwed>((await buyer.Get<CancelOrder>().HandleAsync(asked.Reference, buyer.Viewer, CancellationToken.None)).Refusal);
        Assert.IsType<PaymentMethodNotOffered>((await buyer.Get<OpenPaymentPage>().HandleAsync(asked.Reference, "card", buyer.Viewer, CancellationToken.None)).Refusal);
        Assert.Null((await buyer.Get<OpenPaymentPage>().HandleAsync(asked.Reference, "webpay", buyer.Viewer, CancellationToken.None)).Refusal);
    }

    private async Task<Buyer> BuyAsync(int times = 1)
    {
        // On the first of a month, so that no day is clamped.
        await MoveToAsync(Today().With(DateAdjusters.StartOfMonth).PlusMonths(1));
        var buyer = await Buyer.OpenAsync(host);
        var order = await buyer.OrderAsync(new StartCheckoutInput("essential", BillingInterval.Month, "CLP", "transfer", "buy"));
        var row = await buyer.ReadOrderAsync(order.Reference);
        await PayAsync(buyer, row, (row.Total * times).ToDecimalString());
        return buyer;
    }

    private async Task PayAsync(Buyer buyer, Order order, string? amount = null)
    {
        var told = await buyer.Get<NotifyPayment>().HandleAsync(
            new NotifyPaymentInput(
                order.Reference, amount ?? order.ToDomain().Left.ToDecimalString(), "CLP", PaidOn: null, $"{order.Reference}-{++numbers}", Note: null, Proof: null, $"told-{numbers}"),
            buyer.Viewer,
            CancellationToken.None);
        Assert.Null(told.Refusal);
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        var confirmed = await buyer.Get<ConfirmPayment>().HandleAsync(
            new NoticeKey(buyer.Account, told.Value.Id), received: null, evenIfSeenBefore: false, staff, CancellationToken.None);
        Assert.Null(confirmed.Refusal);
    }

    private static async Task UpgradeAsync(Buyer buyer, string plan)
    {
        var preview = await buyer.Get<PreviewPlanChange>().HandleAsync(new PreviewPlanChangeInput(plan, BillingInterval.Month), buyer.Viewer, CancellationToken.None);
        Assert.Null(preview.Refusal);
        Assert.Null((await buyer.Get<ConfirmPlanChange>().HandleAsync(preview.Value.Token, null, buyer.Viewer, CancellationToken.None)).Refusal);
    }

    private LocalDate Today() => Now().InZone(Santiago).Date;

    private Instant Now() => ((IClock)host.Services.GetService(typeof(BusinessClock))!).GetCurrentInstant();

    private Task MoveToAsync(LocalDate day) => host.MoveClockAsync(day.At(new LocalTime(12, 0)).InZoneLeniently(Santiago).ToInstant() - Now());

    private async Task<List<Order>> AskedAsync(Buyer buyer)
    {
        await using var db = host.Db();
        return await db.Set<Order>().AsNoTracking()
            .Where(order => order.AccountId == buyer.Account && order.RenewalDueOn != null && order.Status == OrderStatus.AwaitingPayment).ToListAsync();
    }

    private async Task<(PlanSubscriptionStatus Status, LocalDate PaidThrough)> StandsAsync(Buyer buyer)
    {
        await using var db = host.Db();
        var row = await db.Set<PlanSubscription>().AsNoTracking().SingleAsync(row => row.AccountId == buyer.Account);
        return (row.Status, row.PaidThrough);
    }

    private static async Task<SubscriptionOverview> OverviewAsync(Buyer buyer) =>
        (await buyer.Get<SubscriptionReader>().ReadAsync(buyer.Account, CancellationToken.None))!;

    private async Task<int> GrantsAsync(Buyer buyer)
    {
        await using var db = host.Db();
        return await db.Set<HourEntryRow>().CountAsync(row => row.AccountId == buyer.Account && row.Kind == Storefront.Domain.Hours.HourEntryKind.Grant);
    }

    private async Task<int> MailsAsync(Buyer buyer, Order order)
    {
        await using var db = host.Db();
        return await db.Set<MailRow>().CountAsync(row => row.AccountId == buyer.Account && row.Subject.Contains(order.Reference));
    }
}
