using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Payments.Gateways;
using Storefront.Store;

namespace Storefront.Features.Payments.Refunds;

/// <summary>Has a refund that was put down sent, by whoever took the payment, and says what became of it. Asked twice it is sent once.</summary>
public sealed class RefundSender(IDbContextFactory<StorefrontDb> contexts, AccountTransactions transactions, PaymentGateways gateways)
{
    /// <summary>Under which a refund carries its key where the payment is kept.</summary>
    internal const string Mark = "refund";

    /// <returns>The refund; or why it is not sent yet, or will not be.</returns>
    public async Task<Result<PaymentRefund>> SendAsync(RefundKey key, CancellationToken cancellationToken)
    {
        var (account, id) = (key.AccountId, key.Id);
        PaymentRefund? refund;
        Payment payment;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            refund = await db.Set<PaymentRefund>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == account && row.Id == id, cancellationToken);
            if (refund is null)
            {
                return new NotFound("refund");
            }

            var of = refund.PaymentId;
            payment = await db.Set<Payment>().AsNoTracking().SingleAsync(row => row.AccountId == account && row.Id == of, cancellationToken);
        }

        if (refund.Status != RefundStatus.Asked)
        {
            return refund.Status == RefundStatus.Done ? refund : new RefundRefused();
        }

        var sent = await gateways.Of(payment).RefundAsync(payment, refund.Amount, KeyOf(id), cancellationToken);
        if (sent.Refusal is RefundUnavailable later)
        {
            return later;
        }

        var kept = await transactions.RunAsync<PaymentRefund>(
            account,
            async (scope, token) =>
            {
                var row = await scope.Db.Set<PaymentRefund>().SingleAsync(row => row.AccountId == account && row.Id == id, token);
                if (row.Status == RefundStatus.Asked)
                {
                    (row.Status, row.DoneAt) = (sent.IsRefused ? RefundStatus.Failed : RefundStatus.Done, scope.Now);
                    await scope.UnscheduleAsync(SendRefund.KeyOf(id), token);
                }

                return row;
            },
            cancellationToken);
        return sent.Refusal ?? kept;
    }

    /// <summary>Under which a refund is sent once.</summary>
    private static string KeyOf(RefundId id) => $"refund-{id.Value:N}";

    /// <summary>The refund that was sent under a key; null for none.</summary>
    internal static RefundId? IdOf(string? key) =>
        key?.Split('-') is ["refund", var id] && Guid.TryParseExact(id, "N", out var value) ? new RefundId(value) : null;
}
