using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Payments.Notices;

/// <summary>
/// Staff found the money (TEC-03): it pays the order like any other payment, and what is more than was owed, or came for an order that cannot take
/// it any more, becomes the account's credit. Nothing that came is lost.
/// </summary>
public sealed class ConfirmPayment(NoticeTransactions notices, OrderSettlement orders, NoticeMails mails, Handbooks handbooks)
{
    /// <param name="key">The notice.</param>
    /// <param name="received">What came, as a decimal in the notice's currency; null for what the customer told.</param>
    /// <param name="evenIfSeenBefore">Whether it is confirmed although another notice with the same proof or reference was.</param>
    /// <param name="staff">Who confirms it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Result<PaymentNotice>> HandleAsync(
        NoticeKey key, string? received, bool evenIfSeenBefore, Viewer staff, CancellationToken cancellationToken) =>
        notices.RunAsync<PaymentNotice>(
            key,
            staff,
            async (scope, notice, order, token) =>
            {
                var came = string.IsNullOrWhiteSpace(received)
                    ? notice.Amount
                    : PaymentNoticeRules.ReadAmount(received.Trim(), currency: null, notice.Amount.Currency);
                if (came.Refusal is { } wrong)
                {
                    return wrong;
                }

                if (!notice.State.Confirm(came.Value).TryGet(out var confirmed, out var refusal))
                {
                    return refusal;
                }

                var twin = await ConfirmedProof.AddAsync(scope, notice, token) ?? await SeenBeforeAsync(scope.Db, notice, token);
                if (!evenIfSeenBefore && twin is { } seen)
                {
                    return new PaymentSeenBefore(seen);
                }

                // Until it has paid, the customer's word stands: it puts off the pause of a plan.
                var credited = await SettleAsync(scope, notice, order, came.Value, token);
                notice.Status = confirmed.Status;
                (notice.DecidedAt, notice.DecidedBy, notice.ReceivedMinorUnits, notice.Reason) = (scope.Now, staff.UserId, came.Value.MinorUnits, null);
                scope.Append(new PaymentNoticeConfirmed(notice.Id, order.Id, came.Value.MinorUnits, credited.MinorUnits, credited.Currency.Code));
                await mails.ConfirmedAsync(scope, notice, order, came.Value, credited, token);
                return notice;
            },
            cancellationToken);

    /// <summary>The first notice, of whatever account, that was confirmed with the same file or the same number of the bank.</summary>
    private static async Task<long?> SeenBeforeAsync(StorefrontDb db, PaymentNotice notice, CancellationToken cancellationToken)
    {
        // Each by its own index: one question for both would read all that was ever confirmed.
        var others = db.Set<PaymentNotice>().Where(row => row.Number != notice.Number && row.Status == PaymentNoticeStatus.Confirmed);
        var byFile = notice.ProofHash is { } hash
            ? await others.Where(row => row.ProofHash == hash).MinAsync(row => (long?)row.Number, cancellationToken)
            : null;
        return byFile ?? (notice.ReferenceKey is { } reference
            ? await others.Where(row => row.ReferenceKey == reference && row.Method == notice.Method).MinAsync(row => (long?)row.Number, cancellationToken)
            : null);
    }

    /// <returns>What went to the account's credit.</returns>
    private async Task<Money> SettleAsync(AccountScope scope, PaymentNotice notice, Order order, Money came, CancellationToken cancellationToken)
    {
        var key = $"notice:{notice.Id.Value:N}";
        var paidAt = NotifyPayment.PaidAt(handbooks.Present, order, notice.PaidOn, notice.NotifiedAt);
        var received = await orders.ReceiveAsync(scope, order, came, paidAt, new FirstPayment(key), cancellationToken);
        var taken = received.IsRefused ? null : received.Value;
        var surplus = taken?.Surplus ?? came;
        var payment = new Payment
        {
            AccountId = scope.AccountId,
            Id = PaymentId.New(scope.Now),
            BusinessKey = key,
            OrderId = order.Id,
            SubscriptionId = taken?.Subscription?.Id,
            Amount = came,
            CreditedMinorUnits = surplus.MinorUnits,
            Method = notice.Method,
            Status = PaymentStatus.Succeeded,
            TermStart = taken?.TermStart,
            TermEnd = taken?.TermEnd,
            ReceivedAt = scope.Now,
            ChangedAt = paidAt,
        };
        scope.Db.Add(payment);
        notice.PaymentId = payment.Id;
        scope.Append(new PaymentReceived(payment.Id, came.MinorUnits, came.Currency.Code));
        await CreditLedger.PostAsync(scope, surplus, CreditCause.Surplus, key, order.Id, cancellationToken);
        return surplus;
    }
}
