using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Stripe;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments.Renewals;

/// <summary>A plan that is paid by transfer, one of whose terms is paid by card: once, and the next is asked for as before.</summary>
public sealed class CardRenewalTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private readonly HandPayer hand = new(host);

    [Fact]
    public async Task FLU_21_A_renewal_is_paid_by_card_once_and_the_next_one_is_asked_for_by_hand_again()
    {
        var (buyer, due) = (await hand.BuyAsync(), hand.Today().PlusMonths(1));
        await hand.MoveToAsync(due.PlusDays(-8));
        var asked = Assert.Single(await hand.AskedAsync(buyer));
        await Buyer.PayAsync(await OpenAsync(buyer, asked));
        await buyer.SettleAsync();

        Assert.Equal((PlanSubscriptionStatus.Active, due.PlusMonths(1)), await hand.StandsAsync(buyer));
        await using (var db = host.Db())
        {
            var payment = await db.Set<Payment>().AsNoTracking().SingleAsync(row => row.AccountId == buyer.Account && row.OrderId == asked.Id);
            Assert.Equal((due, due.PlusMonths(1), "card", null), (payment.TermStart!.Value, payment.TermEnd!.Value, payment.Method, payment.Problem));
            var plan = await db.Set<PlanSubscription>().AsNoTracking().SingleAsync(row => row.AccountId == buyer.Account);
            Assert.Equal(("transfer", null), (plan.PaymentMethod, plan.StripeSubscriptionId));
        }

        await hand.MoveToAsync(due.PlusMonths(1).PlusDays(-8));
        var next = Assert.Single(await hand.AskedAsync(buyer));
        Assert.Equal("transfer", next.PaymentMethod);

        // Who goes back to the transfer cannot pay on the page that was open any more.
        await OpenAsync(buyer, next);
        var back = await BackToTransferAsync(buyer, next);
        Assert.Equal("expired", (await buyer.Get<StripeClient>().V1.Checkout.Sessions.GetAsync(back.StripeSessionId!)).Status);
        await hand.PayAsync(buyer, back);
        Assert.Equal((PlanSubscriptionStatus.Active, due.PlusMonths(2)), await hand.StandsAsync(buyer));
    }

    [Fact]
    public async Task FLU_21_Who_told_of_a_transfer_and_pays_by_card_too_has_the_transfer_as_credit()
    {
        var (buyer, due) = (await hand.BuyAsync(), hand.Today().PlusMonths(1));
        await hand.MoveToAsync(due.PlusDays(-8));
        var asked = Assert.Single(await hand.AskedAsync(buyer));
        var told = await hand.TellAsync(buyer, asked);
        await Buyer.PayAsync(await OpenAsync(buyer, asked));
        await buyer.SettleAsync();
        Assert.Equal(OrderStatus.Paid, (await buyer.ReadOrderAsync(asked.Reference)).Status);

        await hand.ConfirmAsync(buyer, told);
        Assert.Equal([asked.Total], await buyer.Get<CreditReader>().ListAsync(buyer.Account, CancellationToken.None));
        Assert.Equal((PlanSubscriptionStatus.Active, due.PlusMonths(1)), await hand.StandsAsync(buyer));
    }

    [Fact]
    public async Task FLU_21_The_payment_page_of_an_order_that_another_plan_replaces_is_closed()
    {
        var (buyer, due) = (await hand.BuyAsync(), hand.Today().PlusMonths(1));
        await hand.MoveToAsync(due.PlusDays(-8));
        var asked = Assert.Single(await hand.AskedAsync(buyer));
        await OpenAsync(buyer, asked);
        var session = (await buyer.ReadOrderAsync(asked.Reference)).StripeSessionId!;

        var preview = await buyer.Get<PreviewPlanChange>().HandleAsync(new PreviewPlanChangeInput("business", BillingInterval.Month), buyer.Viewer, CancellationToken.None);
        Assert.Null((await buyer.Get<ConfirmPlanChange>().HandleAsync(preview.Value.Token, null, buyer.Viewer, CancellationToken.None)).Refusal);
        await buyer.SettleAsync();

        Assert.Equal(OrderStatus.Canceled, (await buyer.ReadOrderAsync(asked.Reference)).Status);
        Assert.Equal("expired", (await buyer.Get<StripeClient>().V1.Checkout.Sessions.GetAsync(session)).Status);
    }

    [Fact]
    public async Task FLU_21_A_plan_that_is_paid_in_part_is_not_handed_to_who_would_charge_all_of_it_again()
    {
        var buyer = await Buyer.OpenAsync(host);
        var order = await buyer.OrderAsync(new StartCheckoutInput("essential", BillingInterval.Month, "CLP", "transfer", "part"));
        await hand.PayAsync(buyer, await buyer.ReadOrderAsync(order.Reference), "1000");

        Assert.IsType<PaymentMethodNotOffered>(
            (await buyer.Get<OpenPaymentPage>().HandleAsync(order.Reference, "card", buyer.Viewer, CancellationToken.None)).Refusal);
    }

    private static async Task<CheckoutStarted> OpenAsync(Buyer buyer, Order order)
    {
        var opened = await buyer.Get<OpenPaymentPage>().HandleAsync(order.Reference, "card", buyer.Viewer, CancellationToken.None);
        Assert.Null(opened.Refusal);
        return opened.Value;
    }

    private static async Task<Order> BackToTransferAsync(Buyer buyer, Order order)
    {
        Assert.Null((await buyer.Get<OpenPaymentPage>().HandleAsync(order.Reference, "transfer", buyer.Viewer, CancellationToken.None)).Refusal);
        return await buyer.ReadOrderAsync(order.Reference);
    }
}
