using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Payments.Provider;
using Storefront.Features.Payments.Refunds;
using Storefront.Store;
using Storefront.Stripe;
using Storefront.Stripe.Invoices;
using Storefront.Stripe.Payments;

namespace Storefront.Features.Payments.Sync;

/// <summary>Takes over what has become of a payment by itself: that a card was declined, and that money was given back, all or a part of it.</summary>
public sealed class PaymentIntentSync(
    StripeClient stripe, StripeAccounts accounts, InvoiceSync invoices, ReturnedMoney returned, AccountTransactions transactions)
{
    private const string Succeeded = "succeeded";
    private const string LatestCharge = "latest_charge";

    /// <returns>The account whose payment it is.</returns>
    /// <exception cref="UnassignableException">Its customer is unknown.</exception>
    /// <exception cref="StripeException">Stripe could not be asked.</exception>
    public async Task<AccountId> RunAsync(string intentId, CancellationToken cancellationToken)
    {
        var intent = await stripe.V1.PaymentIntents.GetAsync(
            intentId, new PaymentIntentGetOptions { Expand = [LatestCharge] }, cancellationToken: cancellationToken);
        var account = await accounts.OfCustomerAsync(intent.CustomerId, cancellationToken);
        if (intent.Status == Succeeded)
        {
            await RefundAsync(account, intent, cancellationToken);
        }
        else if (intent.LastPaymentError is { } error)
        {
            await DeclineAsync(account, intent, error.DeclineCode ?? error.Code, cancellationToken);
        }

        return account;
    }

    /// <summary>Takes over why the account's latest payment failed, if it did, without waiting to be told.</summary>
    /// <param name="account">The account.</param>
    /// <param name="customer">Its customer at Stripe.</param>
    /// <param name="since">What was begun before is of no interest.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="StripeException">Stripe could not be asked.</exception>
    public async Task AskForDeclineAsync(AccountId account, string customer, Instant since, CancellationToken cancellationToken)
    {
        var latest = await stripe.V1.PaymentIntents.ListAsync(
            new PaymentIntentListOptions { Customer = customer, Limit = 1 }, cancellationToken: cancellationToken);

        // Stripe counts in whole seconds.
        if (latest.Data is [{ LastPaymentError: { } error, Status: not Succeeded } intent]
            && intent.Created.ToUnixTimeSeconds() >= since.ToUnixTimeSeconds())
        {
            await DeclineAsync(account, intent, error.DeclineCode ?? error.Code, cancellationToken);
        }
    }

    private async Task RefundAsync(AccountId account, PaymentIntent intent, CancellationToken cancellationToken)
    {
        if (intent.LatestCharge is not { } charge)
        {
            return;
        }

        // What the card's bank did not take back is no longer with it, whatever the charge says.
        var sent = new List<Refund>();
        await foreach (var refund in stripe.V1.Refunds.ListAutoPagingAsync(new RefundListOptions { PaymentIntent = intent.Id }, cancellationToken: cancellationToken))
        {
            sent.Add(refund);
        }

        var failed = sent.Where(refund => refund.Status is RefundStatuses.Failed or RefundStatuses.Canceled).ToList();
        if (sent.Count == 0 || StripeAmount.Read(sent.Except(failed).Sum(refund => refund.Amount), charge.Currency) is not { } refunded)
        {
            return;
        }

        // News of the payment itself may come later than that of its return.
        var paid = await stripe.V1.InvoicePayments.ListAsync(
            new InvoicePaymentListOptions { Payment = new InvoicePaymentPaymentOptions { Type = "payment_intent", PaymentIntent = intent.Id } },
            cancellationToken: cancellationToken);
        foreach (var payment in paid.Data.Where(payment => payment.InvoiceId.Length > 0))
        {
            await invoices.RunAsync(payment.InvoiceId, cancellationToken);
        }

        await transactions.RunAsync<Done>(
            account,
            async (scope, token) =>
            {
                var rows = await scope.Db.Set<Payment>()
                    .Where(row => row.AccountId == account && row.StripePaymentIntentId == intent.Id
                        && (row.Status == PaymentStatus.Succeeded || row.Status == PaymentStatus.Refunded))
                    .ToListAsync(token);
                foreach (var row in rows.Where(row => row.Amount.Currency == refunded.Currency))
                {
                    // What came back to us stays given back in the books: it goes another way.
                    var bounced = await scope.Db.Set<PaymentRefund>()
                        .Where(refund => refund.AccountId == account && refund.PaymentId == row.Id && refund.Status == RefundStatus.Bounced)
                        .SumAsync(refund => refund.Amount.MinorUnits, token);
                    var gone = refunded with { MinorUnits = refunded.MinorUnits + bounced };
                    if (row.Status == PaymentStatus.Succeeded && row.Refunded < gone)
                    {
                        await returned.GiveBackAsync(scope, row, (gone < row.Amount ? gone : row.Amount) - row.Refunded, token);
                    }
                    else if (row.Refunded > gone && failed.Count > 0)
                    {
                        await FailAsync(scope, row, failed, token);
                    }
                }

                return Done.Value;
            },
            cancellationToken);
    }

    /// <summary>The books said that it went back, and it came back to us: staff send it another way.</summary>
    private static async Task FailAsync(AccountScope scope, Payment payment, List<Refund> failed, CancellationToken cancellationToken)
    {
        var ids = failed.Select(refund => RefundSender.IdOf(refund.Metadata.GetValueOrDefault(RefundSender.Mark))).OfType<RefundId>().ToList();
        var ours = await scope.Db.Set<PaymentRefund>()
            .Where(row => row.AccountId == scope.AccountId && row.PaymentId == payment.Id && row.Status == RefundStatus.Done && ids.Contains(row.Id))
            .ToListAsync(cancellationToken);
        foreach (var refund in ours)
        {
            (refund.Status, refund.DoneAt) = (RefundStatus.Bounced, scope.Now);
        }

        if (ours.Count > 0 || payment.Problem != PaymentProblems.RefundFailed)
        {
            payment.Problem = PaymentProblems.RefundFailed;
            scope.AppendStaff(new PaymentNeedsAttention(payment.Id, PaymentProblems.RefundFailed));
        }
    }

    /// <summary>Keeps why, so that whoever comes back from the payment page reads it in plain words. Nothing was charged.</summary>
    private Task<Result<Done>> DeclineAsync(AccountId account, PaymentIntent intent, string? code, CancellationToken cancellationToken) =>
        transactions.RunAsync<Done>(
            account,
            async (scope, token) =>
            {
                var amount = StripeAmount.Read(intent.Amount, intent.Currency);
                var waiting = await scope.Db.Set<Order>()
                    .Where(row => row.AccountId == account && row.Status == OrderStatus.AwaitingPayment && row.StripeSessionId != null)
                    .OrderByDescending(row => row.OrderedAt)
                    .ToListAsync(token);
                if (waiting.FirstOrDefault(row => row.ToDomain().DueNow == amount) is { } order && code is not null)
                {
                    order.DeclineCode = code;
                }

                return Done.Value;
            },
            cancellationToken);
}
