using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Desk;
using Storefront.Features.Leaving.Erasure;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Billing;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Payments.Refunds;
using Storefront.Hosting.Viewers;
using Storefront.Stripe;
using Storefront.Stripe.Payments;
using Storefront.Stripe.Sandbox;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;
using static Storefront.Tests.Features.Payments.PackagePayments;

namespace Storefront.Tests.Features.Payments;

/// <summary>What goes wrong with money that goes back: staff see it, and it goes back once.</summary>
public sealed class ReturnTroubleTests(TecnoShop shop) : IClassFixture<TecnoShop>
{
    private readonly StorefrontHost host = shop.Host;

    [Fact]
    public async Task FLU_21_A_card_that_pays_twice_is_seen_by_staff_and_told_by_no_one_as_trouble_to_the_customer()
    {
        var buyer = await Buyer.OpenAsync(host);
        var order = await shop.PayByCardBesideAsync(buyer, Total);

        var shown = (await buyer.Get<OperationsReader>().ListPaymentsAsync(CancellationToken.None)).Single(row => row.Payment.AccountId == buyer.Account);
        Assert.Equal("ORDER_ALREADY_PAID", shown.Payment.Problem);
        Assert.False(Assert.Single(await buyer.Get<BillingReader>().ListPaymentsAsync(buyer.Account, CancellationToken.None)).HasProblem);
        Assert.False((await buyer.Get<OrderReader>().FindAsync(buyer.Account, order.Reference, CancellationToken.None))!.HasProblem);

        // Who leaves is told what it leaves behind.
        Assert.Equal([Total], (await buyer.Get<ErasurePreviewReader>().ReadAsync(buyer.Account, CancellationToken.None)).Credit);
        using var owner = await PlainBrowser.SignInAsync(host, buyer.Email, Buyer.Password);
        await owner.OpenAsync("/account/erase");
        Assert.Contains("821.10 that we owe you", owner.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FLU_21_Money_that_the_bank_took_back_after_its_credit_was_spent_is_seen_by_staff()
    {
        var buyer = await Buyer.OpenAsync(host);
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        var told = await ConfirmAsync(buyer, staff, await OrderAsync(buyer, "zelle"), "1642.20");
        await OrderAsync(buyer, "zelle", "next");
        Assert.Empty(await CreditAsync(buyer));
        Assert.Null((await buyer.Get<ReversePayment>().HandleAsync(told, staff, CancellationToken.None)).Refusal);

        var shown = (await buyer.Get<OperationsReader>().ListPaymentsAsync(CancellationToken.None)).Single(row => row.Payment.AccountId == buyer.Account);
        Assert.Equal(("CREDIT_SPENT", PaymentStatus.Refunded), (shown.Payment.Problem, shown.Payment.Status));
        Assert.DoesNotContain(await buyer.Get<BillingReader>().ListPaymentsAsync(buyer.Account, CancellationToken.None), payment => payment.HasProblem);
    }

    [Fact]
    public async Task FLU_21_Credit_that_is_on_its_way_back_to_a_card_pays_nothing_meanwhile()
    {
        var buyer = await Buyer.OpenAsync(host);
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        await shop.PayByCardBesideAsync(buyer, Total);
        var leaving = await AskAsync(buyer, staff, 800_00);

        var next = await buyer.ReadOrderAsync((await OrderAsync(buyer, "zelle", "next")).Reference);
        Assert.Equal((OrderStatus.AwaitingPayment, 800_00L), (next.Status, next.ToDomain().Left.MinorUnits));
        Assert.Null((await buyer.Get<RefundSender>().SendAsync(leaving, CancellationToken.None)).Refusal);
        Assert.Empty(await CreditAsync(buyer));
        Assert.Null((await shop.PaymentAsync(buyer, "card")).Problem is PaymentProblems.CreditSpent ? "spent" : null);
    }

    [Theory]
    [InlineData("succeeded", RefundStatus.Done)]
    [InlineData("failed", RefundStatus.Failed)]
    public async Task A_refund_that_is_taken_up_after_days_is_not_sent_again_and_stands_as_it_went(string there, RefundStatus here)
    {
        var buyer = await Buyer.OpenAsync(host);
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        await BuyByCardAsync(buyer);
        var leaving = await AskAsync(buyer, staff, 100_00);
        var intent = (await shop.PaymentAsync(buyer, "card")).StripePaymentIntentId!;
        var stripe = buyer.Get<StripeClient>().V1.Refunds;
        var sent = await stripe.CreateAsync(new RefundCreateOptions
        {
            PaymentIntent = intent,
            Amount = 100_00,
            Metadata = new Dictionary<string, string?> { ["refund"] = $"refund-{leaving.Id.Value:N}" },
        });
        await SetStatusAsync(buyer, sent.Id, there);

        var done = await buyer.Get<RefundSender>().SendAsync(leaving, CancellationToken.None);
        Assert.Equal(here == RefundStatus.Failed, done.Refusal is RefundRefused);
        Assert.Single((await stripe.ListAsync(new RefundListOptions { PaymentIntent = intent })).Data);
        await using var db = host.Db();
        Assert.Equal(here, (await db.Set<PaymentRefund>().SingleAsync(row => row.Id == leaving.Id)).Status);
        await buyer.SettleAsync();

        // The news that it went may have come before the bank sent it back: then staff are told.
        var payment = await shop.PaymentAsync(buyer, "card");
        Assert.True(here == RefundStatus.Done
            ? payment is { RefundedMinorUnits: 100_00, Problem: null }
            : payment.RefundedMinorUnits == 0 || payment.Problem == PaymentProblems.RefundFailed);
    }

    [Fact]
    public async Task A_refund_that_the_cards_bank_sends_back_later_is_failed_here_too_and_seen_by_staff()
    {
        var buyer = await Buyer.OpenAsync(host);
        var staff = (await StaffMember.HireAsync(host)).Viewer;
        await BuyByCardAsync(buyer);
        var key = await AskAsync(buyer, staff, 100_00);
        Assert.Null((await buyer.Get<RefundSender>().SendAsync(key, CancellationToken.None)).Refusal);
        var payment = await shop.PaymentAsync(buyer, "card");
        var sent = Assert.Single((await buyer.Get<StripeClient>().V1.Refunds.ListAsync(new RefundListOptions { PaymentIntent = payment.StripePaymentIntentId })).Data);

        await SetStatusAsync(buyer, sent.Id, "failed");
        await buyer.SettleAsync();
        await using var db = host.Db();
        Assert.Equal(RefundStatus.Bounced, (await db.Set<PaymentRefund>().SingleAsync(row => row.Id == key.Id)).Status);
        var shown = (await buyer.Get<OperationsReader>().ListPaymentsAsync(CancellationToken.None)).Single(row => row.Payment.AccountId == buyer.Account);
        Assert.Equal(("REFUND_FAILED", 100_00L), (shown.Payment.Problem, shown.Payment.RefundedMinorUnits));
        Assert.False(Assert.Single(await buyer.Get<BillingReader>().ListPaymentsAsync(buyer.Account, CancellationToken.None)).HasProblem);
    }

    /// <summary>As it stands when the server stops between putting it down and sending it.</summary>
    private async Task<RefundKey> AskAsync(Buyer buyer, Viewer staff, long amount)
    {
        var payment = await shop.PaymentAsync(buyer, "card");
        var asked = await host.Transactions.RunAsync<RefundId>(
            buyer.Account,
            (scope, _) =>
            {
                var refund = new PaymentRefund
                {
                    AccountId = buyer.Account,
                    Id = RefundId.New(scope.Now),
                    PaymentId = payment.Id,
                    Amount = new Money(amount, payment.Amount.Currency),
                    Status = RefundStatus.Asked,
                    AskedBy = staff.UserId,
                    AskedAt = scope.Now,
                };
                scope.Db.Add(refund);
                return Task.FromResult<Result<RefundId>>(refund.Id);
            },
            CancellationToken.None);
        return new RefundKey(buyer.Account, asked.Value);
    }

    /// <summary>What the card's bank does with it, told by the local Stripe as by the real one.</summary>
    private static async Task SetStatusAsync(Buyer buyer, string refund, string status)
    {
        var stripe = buyer.Get<LocalStripe>();
        using var store = await stripe.Store.BeginAsync(CancellationToken.None);
        var work = stripe.NewWorkspace(store, baseUrl: null, request: null);
        work.Update(work.Require("refund", refund), "charge.refund.updated", json => json["status"] = status);
        store.Commit();
    }
}
