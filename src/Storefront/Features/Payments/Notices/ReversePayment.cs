using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Payments.Credits;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Payments.Notices;

/// <summary>
/// The bank took back what had been confirmed: the payment is returned in the books, which asks for a credit note, and the order of a package or of
/// work owes it again; a plan goes on until staff and customer agree on more. Credit that came of it goes too, as far as it is still there.
/// </summary>
public sealed class ReversePayment(NoticeTransactions notices, ReturnedMoney returned)
{
    public Task<Result<PaymentNotice>> HandleAsync(NoticeKey key, Viewer staff, CancellationToken cancellationToken) =>
        notices.RunAsync<PaymentNotice>(
            key,
            staff,
            async (scope, notice, order, token) =>
            {
                if (!notice.State.Reverse().TryGet(out var reversed, out var refusal))
                {
                    return refusal;
                }

                notice.Status = reversed.Status;
                var booked = Money.Zero(notice.Amount.Currency);
                if (notice.PaymentId is { } id)
                {
                    var payment = await scope.Db.Set<Payment>().SingleAsync(row => row.AccountId == scope.AccountId && row.Id == id, token);
                    booked = payment.Amount;
                    if (payment.Refunded < payment.Amount)
                    {
                        await returned.TakeBackAsync(scope, payment, payment.Amount - payment.Refunded, token);
                    }
                }

                await ConfirmedProof.RemoveAsync(scope, notice.Id, token);
                await TakeCreditAsync(scope, notice, new Money(notice.ReceivedMinorUnits ?? 0, booked.Currency) - booked, order.Id, token);
                scope.Append(new PaymentNoticeReversed(notice.Id, order.Id));
                return notice;
            },
            cancellationToken);

    /// <summary>What was confirmed before all that comes was booked as a payment left its surplus as credit alone.</summary>
    private static async Task TakeCreditAsync(Store.AccountScope scope, PaymentNotice notice, Money credited, OrderId order, CancellationToken cancellationToken)
    {
        var there = await CreditLedger.BalanceAsync(scope.Db, scope.AccountId, credited.Currency, cancellationToken);
        var gone = credited < there ? credited : there;
        if (gone.IsPositive)
        {
            await CreditLedger.PostAsync(scope, -gone, CreditCause.PaidOut, $"notice-reversed:{notice.Id.Value:N}", order, cancellationToken);
        }
    }
}
