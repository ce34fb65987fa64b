using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Payments.Sync;

/// <summary>
/// What an invoice does to an account, inside its transaction. It looks at where the invoice stands and not at how it came there, and each
/// payment counts once (COM-05). What is more than was owed becomes credit; a payment that settles nothing else is kept with the reason, for
/// staff to give it back.
/// </summary>
public sealed class InvoiceEffects(OrderSettlement orders, SubscriptionLifecycle lifecycle)
{
    internal async Task<Result<Done>> ApplyAsync(AccountScope scope, InvoiceFacts invoice, CancellationToken cancellationToken)
    {
        var payment = await scope.Db.Set<Payment>().SingleOrDefaultAsync(row => row.BusinessKey == invoice.BusinessKey, cancellationToken);
        if (payment is { Status: PaymentStatus.Succeeded or PaymentStatus.Refunded } || invoice.Total.IsZero || (!invoice.IsPaid && !invoice.HasFailed))
        {
            return Done.Value;
        }

        var subscription = invoice.SubscriptionId is null ? null : await scope.Db.Set<PlanSubscription>()
            .SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.StripeSubscriptionId == invoice.SubscriptionId, cancellationToken);
        var order = subscription is not null || !invoice.IsFirst || invoice.OrderId is not { } orderId ? null : await scope.Db.Set<Order>()
            .SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.Id == orderId, cancellationToken);
        if (subscription is null && order is null)
        {
            throw new UnassignableException($"The invoice {invoice.Id} pays for nothing that was ordered here.");
        }

        if (payment is null)
        {
            payment = New(scope, invoice, order, subscription);
            scope.Db.Add(payment);
        }

        return invoice.IsPaid
            ? await SettleAsync(scope, invoice, payment, order, subscription, cancellationToken)
            : await FailAsync(scope, invoice, payment, subscription, cancellationToken);
    }

    private async Task<Result<Done>> SettleAsync(
        AccountScope scope, InvoiceFacts invoice, Payment payment, Order? order, PlanSubscription? subscription, CancellationToken cancellationToken)
    {
        var paidAt = invoice.PaidAt ?? scope.Now;
        payment.Step(state => state.Succeed(paidAt));
        payment.StripePaymentIntentId ??= invoice.PaymentIntentId;
        scope.Append(new PaymentReceived(payment.Id, payment.Amount.MinorUnits, payment.Amount.Currency.Code));
        var problem = order is not null
            ? await PayAsync(scope, invoice, payment, order, paidAt, cancellationToken)
            : await RenewAsync(scope, invoice, payment, subscription!, cancellationToken);
        if (problem is not null)
        {
            payment.Problem = problem.Code;
            scope.AppendStaff(new PaymentNeedsAttention(payment.Id, problem.Code));
        }

        return Done.Value;
    }

    private async Task<Refusal?> PayAsync(
        AccountScope scope, InvoiceFacts invoice, Payment payment, Order order, Instant paidAt, CancellationToken cancellationToken)
    {
        var received = await orders.ReceiveAsync(
            scope, order, invoice.Total, paidAt, new FirstPayment(invoice.BusinessKey, invoice.SubscriptionId, invoice.PlanItemId), cancellationToken);
        if (received.TryGet(out var done, out var refusal))
        {
            if (done.Subscription is { } started)
            {
                (payment.SubscriptionId, payment.TermStart, payment.TermEnd) = (started.Id, done.TermStart, done.TermEnd);
            }

            await CreditAsync(scope, payment, done.Surplus, cancellationToken);
            return null;
        }

        // Paid once, for what does not take it, whatever the reason: it is the customer's, and staff see it among what is not as it should be.
        if (invoice.SubscriptionId is not { } unwanted)
        {
            await CreditAsync(scope, payment, payment.Amount, cancellationToken);
            return refusal;
        }

        // Nothing was granted for it, so nothing may be charged again either.
        await scope.ScheduleAsync(EndStripeSubscription.DueWorkKind, $"stripe-end:{unwanted}", scope.Now, scope.AccountId, unwanted, cancellationToken);
        return refusal;
    }

    private static async Task CreditAsync(AccountScope scope, Payment payment, Money surplus, CancellationToken cancellationToken)
    {
        payment.CreditedMinorUnits = surplus.MinorUnits;
        await CreditLedger.PostAsync(scope, surplus, CreditCause.Surplus, payment.BusinessKey, payment.OrderId, cancellationToken);
    }

    private async Task<Refusal?> RenewAsync(
        AccountScope scope, InvoiceFacts invoice, Payment payment, PlanSubscription subscription, CancellationToken cancellationToken)
    {
        if (invoice.TermNet is not { } net)
        {
            return null;
        }

        Refusal? wrong = IsExpected(subscription.ToDomain(), net) ? null : new RenewalAmountMismatch(subscription.Id, subscription.Price, net);
        if (wrong is not null && net.Currency != subscription.Price.Currency)
        {
            return wrong;
        }

        // The customer paid what it was asked for, so it has its term. Staff see to the difference, and Stripe is told the price again.
        if (wrong is not null)
        {
            await AlignStripeSubscription.ScheduleAsync(scope, subscription.Id, cancellationToken);
        }

        var paid = await lifecycle.RecordPaidTermAsync(scope, subscription.Id, invoice.BusinessKey, cancellationToken);
        if (paid.TryGet(out var term, out var refusal))
        {
            (payment.TermStart, payment.TermEnd) = (term.Start, term.End);
        }

        return refusal ?? wrong;
    }

    private async Task<Result<Done>> FailAsync(
        AccountScope scope, InvoiceFacts invoice, Payment payment, PlanSubscription? subscription, CancellationToken cancellationToken)
    {
        if (payment.Status == PaymentStatus.Pending)
        {
            payment.Step(state => state.Fail(scope.Now));
            scope.Append(new PaymentFailed(payment.Id));
        }

        return subscription is null || invoice.TermNet is null
            ? Done.Value
            : await lifecycle.RecordFailedPaymentAsync(scope, subscription.Id, cancellationToken);
    }

    /// <summary>An invoice is written some time before it is paid: a change in between leaves it at the price before.</summary>
    private static bool IsExpected(SubscriptionState subscription, Money net) =>
        net == subscription.Terms.Price || net == subscription.LastingTerms.Price || net == subscription.Scheduled?.To.Price;

    private static Payment New(AccountScope scope, InvoiceFacts invoice, Order? order, PlanSubscription? subscription) => new()
    {
        AccountId = scope.AccountId,
        Id = PaymentId.New(scope.Now),
        BusinessKey = invoice.BusinessKey,
        OrderId = order?.Id,
        SubscriptionId = subscription?.Id,
        Amount = invoice.Total,
        Method = order?.PaymentMethod ?? subscription!.PaymentMethod,
        Status = PaymentStatus.Pending,
        StripeInvoiceId = invoice.Id,
        StripePaymentIntentId = invoice.PaymentIntentId,
        ReceivedAt = scope.Now,
        ChangedAt = scope.Now,
    };
}
