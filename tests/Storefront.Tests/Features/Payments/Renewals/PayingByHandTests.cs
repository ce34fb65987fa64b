using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments.Renewals;

/// <summary>A plan paid by transfer, term after term: asked for ahead, paid, late, at rest and back, changed and ended, with nothing lost.</summary>
public sealed class PayingByHandTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private readonly HandPayer hand = new(host);

    [Fact]
    public async Task FLU_21_A_plan_bought_by_transfer_is_renewed_by_hand_pauses_unpaid_and_comes_back()
    {
        var (buyer, today) = (await hand.BuyAsync(), hand.Today());
        var due = today.PlusMonths(1);
        await hand.MoveToAsync(due.PlusDays(-11));
        Assert.Empty(await hand.AskedAsync(buyer));

        // Asked for ten days ahead and paid in time: no gap.
        await hand.MoveToAsync(due.PlusDays(-9));
        var first = Assert.Single(await hand.AskedAsync(buyer));
        Assert.Equal((due, BillingInterval.Month, "transfer"), (first.RenewalDueOn!.Value, first.Interval, first.PaymentMethod));
        Assert.Equal(1, await hand.MailsAsync(buyer, first));
        await hand.PayAsync(buyer, first);
        Assert.Equal((PlanSubscriptionStatus.Active, due.PlusMonths(1)), await hand.StandsAsync(buyer));
        await hand.MoveToAsync(due.PlusDays(1));
        Assert.Equal(2, await hand.GrantsAsync(buyer));

        // A day late, within the days of grace: reminded before and after, and no gap either.
        due = due.PlusMonths(1);
        await hand.MoveToAsync(due.PlusDays(1));
        var second = Assert.Single(await hand.AskedAsync(buyer));
        Assert.Equal(3, await hand.MailsAsync(buyer, second));
        Assert.Equal(3, await hand.GrantsAsync(buyer));
        await hand.PayAsync(buyer, second);
        Assert.Equal((PlanSubscriptionStatus.Active, due.PlusMonths(1)), await hand.StandsAsync(buyer));

        due = due.PlusMonths(1);
        await hand.MoveToAsync(due.PlusDays(-5));
        await hand.PayAsync(buyer, Assert.Single(await hand.AskedAsync(buyer)));

        // Never paid: past due after the grace, at rest after ten days, told each time once.
        due = due.PlusMonths(1);
        await hand.MoveToAsync(due.PlusDays(4));
        Assert.Equal((PlanSubscriptionStatus.PastDue, due), await hand.StandsAsync(buyer));
        await hand.MoveToAsync(due.PlusDays(12));
        Assert.Equal((PlanSubscriptionStatus.AwaitingPayment, due), await hand.StandsAsync(buyer));
        var fourth = Assert.Single(await hand.AskedAsync(buyer));
        Assert.Equal(5, await hand.MailsAsync(buyer, fourth));
        Assert.True((await OverviewAsync(buyer)).State.RestsUnpaid);

        // Paid at last: a whole term from that day.
        await hand.PayAsync(buyer, fourth);
        var back = hand.Today().PlusMonths(1);
        Assert.Equal((PlanSubscriptionStatus.Active, back), await hand.StandsAsync(buyer));
        Assert.Equal(600 + 180, (await buyer.ReadAsync()).Balance);
        Assert.Equal(back.PlusDays(-10), (await OverviewAsync(buyer)).Renewal!.OrderOn);
        Assert.Empty(await hand.AskedAsync(buyer));
    }

    [Fact]
    public async Task FLU_05_FLU_21_An_upgrade_replaces_what_was_asked_for_and_what_came_for_it_pays_the_new_order()
    {
        var (buyer, today) = (await hand.BuyAsync(), hand.Today());
        await hand.MoveToAsync(today.PlusMonths(1).PlusDays(-8));
        var asked = Assert.Single(await hand.AskedAsync(buyer));
        await hand.PayAsync(buyer, asked, "100000");
        await UpgradeAsync(buyer, "business");

        var now = Assert.Single(await hand.AskedAsync(buyer));
        Assert.Equal(OrderStatus.Canceled, (await buyer.ReadOrderAsync(asked.Reference)).Status);
        Assert.Equal((2, 100_000L), (now.RenewalLines!.Items.Count, now.PaidMinorUnits));
        Assert.Empty(await buyer.Get<CreditReader>().ListAsync(buyer.Account, CancellationToken.None));
        await hand.PayAsync(buyer, now);
        Assert.Equal((PlanSubscriptionStatus.Active, today.PlusMonths(2)), await hand.StandsAsync(buyer));

        // What comes for the withdrawn one all the same is credit, and nothing is asked for twice.
        Assert.Empty(await hand.AskedAsync(buyer));
    }

    [Fact]
    public async Task FLU_10_FLU_21_Who_cancels_is_asked_for_nothing_more_and_has_back_as_credit_what_it_paid()
    {
        var (buyer, today) = (await hand.BuyAsync(), hand.Today());
        await hand.MoveToAsync(today.PlusMonths(1).PlusDays(-8));
        var asked = Assert.Single(await hand.AskedAsync(buyer));
        await hand.PayAsync(buyer, asked, "50000");
        Assert.Null((await buyer.Get<CancelSubscription>().HandleAsync("cancel", buyer.Viewer, CancellationToken.None)).Refusal);

        Assert.Empty(await hand.AskedAsync(buyer));
        Assert.Equal([new Money(50_000, Currency.Clp)], await buyer.Get<CreditReader>().ListAsync(buyer.Account, CancellationToken.None));
        await hand.MoveToAsync(today.PlusMonths(1).PlusDays(1));
        Assert.Equal(PlanSubscriptionStatus.Canceled, (await hand.StandsAsync(buyer)).Status);
    }

    [Fact]
    public async Task FLU_21_What_was_paid_too_much_pays_the_next_term_as_soon_as_it_is_asked_for()
    {
        var (buyer, today) = (await hand.BuyAsync(times: 2), hand.Today());
        await hand.MoveToAsync(today.PlusMonths(1).PlusDays(-9));

        Assert.Empty(await hand.AskedAsync(buyer));
        Assert.Equal((PlanSubscriptionStatus.Active, today.PlusMonths(2)), await hand.StandsAsync(buyer));
        Assert.Empty(await buyer.Get<CreditReader>().ListAsync(buyer.Account, CancellationToken.None));
    }

    [Fact]
    public async Task FLU_21_A_renewal_is_not_withdrawn_as_an_order_is()
    {
        var (buyer, today) = (await hand.BuyAsync(), hand.Today());
        await hand.MoveToAsync(today.PlusMonths(1).PlusDays(-8));
        var asked = Assert.Single(await hand.AskedAsync(buyer));

        Assert.IsType<OrderOwed>((await buyer.Get<CancelOrder>().HandleAsync(asked.Reference, buyer.Viewer, CancellationToken.None)).Refusal);
        Assert.IsType<PaymentMethodNotOffered>((await buyer.Get<OpenPaymentPage>().HandleAsync(asked.Reference, "zelle", buyer.Viewer, CancellationToken.None)).Refusal);
        Assert.Null((await buyer.Get<OpenPaymentPage>().HandleAsync(asked.Reference, "webpay", buyer.Viewer, CancellationToken.None)).Refusal);
    }

    private static async Task UpgradeAsync(Buyer buyer, string plan)
    {
        var preview = await buyer.Get<PreviewPlanChange>().HandleAsync(new PreviewPlanChangeInput(plan, BillingInterval.Month), buyer.Viewer, CancellationToken.None);
        Assert.Null(preview.Refusal);
        Assert.Null((await buyer.Get<ConfirmPlanChange>().HandleAsync(preview.Value.Token, null, buyer.Viewer, CancellationToken.None)).Refusal);
    }

    private static async Task<SubscriptionOverview> OverviewAsync(Buyer buyer) =>
        (await buyer.Get<SubscriptionReader>().ReadAsync(buyer.Account, CancellationToken.None))!;
}
