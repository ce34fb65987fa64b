using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Store;

namespace Storefront.Features.Payments.Credits;

/// <summary>
/// The order of an upgrade that would be refused now if it were paid, because the plan has changed since: it is withdrawn, and where anything came for
/// it, that becomes credit, and customer and staff are told. Whatever made it so, it is found at the end of what did, in the same transaction; so the
/// rest is either paid before and buys the upgrade, or becomes credit as well.
/// </summary>
internal sealed class OutdatedUpgrades(PaidChanges changes, ReturnedMoney returned, NoticeMails mails) : IAccountSettlement
{
    /// <summary>At once, where a part of the account that was settled after this one made an order so.</summary>
    public async Task<Instant?> NextDueAsync(AccountScope scope, CancellationToken cancellationToken) =>
        (await FindAsync(scope, cancellationToken)).Count > 0 ? scope.Now : null;

    public Task SettleAsync(AccountScope scope, CancellationToken cancellationToken) => WithdrawAsync(scope, cancellationToken);

    public Task FinishAsync(AccountScope scope, CancellationToken cancellationToken) => WithdrawAsync(scope, cancellationToken);

    private async Task WithdrawAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        foreach (var order in await FindAsync(scope, cancellationToken))
        {
            var (payments, kept) = await returned.WithdrawAsync(scope, order, cancellationToken);
            foreach (var payment in payments.Where(payment => payment.Status == PaymentStatus.Succeeded))
            {
                // What staff have to see to anyway is not hidden by it.
                payment.Problem ??= PaymentProblems.UpgradeOutdated;
                scope.AppendStaff(new PaymentNeedsAttention(payment.Id, PaymentProblems.UpgradeOutdated));
            }

            if (kept.IsPositive)
            {
                await mails.OutdatedAsync(scope, order, kept, cancellationToken);
            }
        }
    }

    private async Task<List<Order>> FindAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        var waiting = await scope.Db.Set<Order>()
            .Where(row => row.AccountId == scope.AccountId && row.Status == OrderStatus.AwaitingPayment && row.ChangeId != null)
            .OrderBy(row => row.OrderedAt).ToListAsync(cancellationToken);
        var outdated = new List<Order>();
        foreach (var order in waiting)
        {
            if (await changes.IsOutdatedAsync(scope, order.ChangeId!.Value, cancellationToken))
            {
                outdated.Add(order);
            }
        }

        return outdated;
    }
}
