using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Payments.Credits;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Payments.Refunds;

/// <summary>
/// Staff give a payment back, all or a part of it, never more than came: through Stripe where it was by card, and where staff sent it themselves,
/// with the bank's number. It is put down first, then sent, then the books follow: what breaks off in between is taken up again.
/// </summary>
public sealed class RefundPayment(AccountTransactions transactions, RefundSender sender)
{
    private const string Operation = "payment.refund";

    public async Task<Result<PaymentRefund>> HandleAsync(RefundPaymentInput input, Viewer staff, CancellationToken cancellationToken)
    {
        if (!staff.IsStaff)
        {
            return new NotFound("payment");
        }

        var (reference, reason) = (PaymentText.Clean(input.Reference), PaymentText.Clean(input.Reason));
        if ((PaymentText.CheckLine(reference, "reference", RefundRules.LongestReference)
            ?? PaymentText.CheckLines(reason, "reason", RefundRules.LongestReason)) is { } unfit)
        {
            return unfit;
        }

        var asked = input with { Reference = reference, Reason = reason, IdempotencyKey = null };
        var begun = await transactions.RunAsync(
            input.Payment.AccountId,
            (scope, token) => scope.OnceAsync(Operation, input.IdempotencyKey ?? "", asked, () => BeginAsync(scope, asked, staff.UserId, token), token),
            cancellationToken);
        return begun.TryGet(out var id, out var refusal)
            ? await sender.SendAsync(new RefundKey(input.Payment.AccountId, id), cancellationToken)
            : refusal;
    }

    /// <summary>How much of a payment can be given back now.</summary>
    internal static async Task<Money> LeftAsync(StorefrontDb db, Payment payment, CancellationToken cancellationToken)
    {
        if (payment.Status != PaymentStatus.Succeeded)
        {
            return Money.Zero(payment.Amount.Currency);
        }

        var asked = await db.Set<PaymentRefund>()
            .Where(row => row.AccountId == payment.AccountId && row.PaymentId == payment.Id && row.Status == RefundStatus.Asked)
            .SumAsync(row => row.Amount.MinorUnits, cancellationToken);
        var credit = await CreditLedger.FreeAsync(db, payment.AccountId, payment.Amount.Currency, payment.Id, cancellationToken);
        return RefundRules.Left(payment.Amount, payment.Refunded, new Money(asked, payment.Amount.Currency), payment.Credited, credit);
    }

    private static async Task<Result<RefundId>> BeginAsync(AccountScope scope, RefundPaymentInput input, UserId by, CancellationToken cancellationToken)
    {
        var (account, id) = (scope.AccountId, input.Payment.Id);
        if (await scope.Db.Set<Payment>().SingleOrDefaultAsync(row => row.AccountId == account && row.Id == id, cancellationToken) is not { } payment)
        {
            return new NotFound("payment");
        }

        if (!RefundRules.Read(input.Amount, await LeftAsync(scope.Db, payment, cancellationToken)).TryGet(out var amount, out var refusal))
        {
            return refusal;
        }

        // What went back through the bank is found there again by its number; a card's provider and our own credit have their own.
        if (input.Reference is null && payment.StripePaymentIntentId is null && payment.Method != CreditLedger.Method)
        {
            return new RefundReferenceMissing(RefundRules.LongestReference);
        }

        var refund = new PaymentRefund
        {
            AccountId = account,
            Id = RefundId.New(scope.Now),
            PaymentId = payment.Id,
            Amount = amount,
            Reference = input.Reference,
            Reason = input.Reason,
            Status = RefundStatus.Asked,
            AskedBy = by,
            AskedAt = scope.Now,
        };
        scope.Db.Add(refund);
        await SendRefund.ScheduleAsync(scope, refund.Id, cancellationToken);
        return refund.Id;
    }
}

/// <summary>What staff give back.</summary>
/// <param name="Payment">Of which payment.</param>
/// <param name="Amount">As a decimal with a full stop, in the payment's currency; null or empty for all that is left.</param>
/// <param name="Reference">The number that the bank gave it; must be there where no provider sends it.</param>
/// <param name="Reason">Why, for staff; null or empty for nothing.</param>
/// <param name="IdempotencyKey">Under which it is given back once.</param>
public sealed record RefundPaymentInput(PaymentKey Payment, string? Amount, string? Reference, string? Reason, string? IdempotencyKey);
