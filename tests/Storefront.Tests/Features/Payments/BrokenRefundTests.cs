using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Payments;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Payments;
using Storefront.Features.Payments.Gateways;
using Storefront.Features.Payments.Refunds;
using Storefront.Stripe;
using Storefront.Stripe.Payments;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Desk;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments;

/// <summary>A refund whose process died on the way is taken up again, and the money goes back once, however far it had come.</summary>
public sealed class BrokenRefundTests
{
    private const long Amount = 100_000;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task COM_05_A_refund_that_broke_off_is_finished_by_itself_and_goes_back_once(DatabaseKind kind)
    {
        await using var host = await StorefrontHost.StartAsync(kind);
        var staff = (await StaffMember.HireAsync(host)).Viewer;

        // It died before Stripe was asked; after Stripe had answered; after the books had followed; and so long ago that Stripe forgot the key.
        foreach (var broken in Enum.GetValues<BrokenAt>())
        {
            var buyer = await Buyer.OpenAsync(host);
            await buyer.BuyAsync(buyer.Wish("essential", BillingInterval.Month));
            var payment = await PaymentAsync(host, buyer);
            var refund = await PutDownAsync(host, buyer, payment, staff.UserId);
            var key = $"refund-{refund.Value:N}";
            switch (broken)
            {
                case BrokenAt.Recorded:
                    break;
                case BrokenAt.Answered:
                    await AtStripeAsync(buyer, payment, key, key);
                    break;
                case BrokenAt.Booked:
                    Assert.Null((await buyer.Get<PaymentGateways>().Of(payment).RefundAsync(payment, new Money(Amount, Currency.Clp), key, CancellationToken.None)).Refusal);
                    break;
                case BrokenAt.Forgotten:
                    await AtStripeAsync(buyer, payment, key, $"forgotten-{key}");
                    break;
            }

            await host.MoveClockAsync(Duration.FromMinutes(3));
            await buyer.SettleAsync();

            await using var db = host.Db();
            var row = await db.Set<PaymentRefund>().AsNoTracking().SingleAsync(row => row.AccountId == buyer.Account);
            Assert.Equal((broken, RefundStatus.Done), (broken, row.Status));
            Assert.Equal(Amount, (await PaymentAsync(host, buyer)).RefundedMinorUnits);
            var sent = await buyer.Get<StripeClient>().V1.Refunds.ListAsync(new RefundListOptions { PaymentIntent = payment.StripePaymentIntentId });
            Assert.Equal(Amount, Assert.Single(sent.Data).Amount);
        }
    }

    private static async Task AtStripeAsync(Buyer buyer, Payment payment, string key, string idempotencyKey) => await buyer.Get<StripeClient>().V1.Refunds.CreateAsync(
        new RefundCreateOptions
        {
            PaymentIntent = payment.StripePaymentIntentId,
            Amount = Amount,
            Reason = "requested_by_customer",
            Metadata = new Dictionary<string, string?> { [RefundSender.Mark] = key },
        },
        new RequestOptions { IdempotencyKey = idempotencyKey });

    /// <summary>As far as a refund comes before anybody is asked to send it.</summary>
    private static async Task<RefundId> PutDownAsync(StorefrontHost host, Buyer buyer, Payment payment, UserId staff)
    {
        var done = await host.Transactions.RunAsync<RefundId>(
            buyer.Account,
            async (scope, token) =>
            {
                var refund = new PaymentRefund
                {
                    AccountId = buyer.Account,
                    Id = RefundId.New(scope.Now),
                    PaymentId = payment.Id,
                    Amount = new Money(Amount, Currency.Clp),
                    Status = RefundStatus.Asked,
                    AskedBy = staff,
                    AskedAt = scope.Now,
                };
                scope.Db.Add(refund);
                await SendRefund.ScheduleAsync(scope, refund.Id, token);
                return refund.Id;
            },
            CancellationToken.None);
        return done.Value;
    }

    private static async Task<Payment> PaymentAsync(StorefrontHost host, Buyer buyer)
    {
        await using var db = host.Db();
        return await db.Set<Payment>().AsNoTracking().SingleAsync(row => row.AccountId == buyer.Account && row.Status == PaymentStatus.Succeeded);
    }

    private enum BrokenAt
    {
        Recorded,
        Answered,
        Booked,
        Forgotten,
    }
}
