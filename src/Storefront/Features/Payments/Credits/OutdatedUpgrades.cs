using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Store;

namespace Storefront.Features.Payments.Credits;

/// <summary>
/// An upgrade that was paid in part, and would be refused now if the rest of it came, because the plan has changed since: its order is withdrawn, what
/// came for it becomes credit, and customer and staff are told. Whatever made it so, it is found at the end of what did, in the same transaction; so
/// the rest is either paid before and buys the upgrade, or becomes credit as well.
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
            await WithdrawAsync(scope, order, cancellationToken);
        }
    }

    private async Task<List<Order>> FindAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        var begun = await scope.Db.Set<Order>()
            .Where(row => row.AccountId == scope.AccountId && row.Status == OrderStatus.AwaitingPayment && row.ChangeId != null && row.PaidMinorUnits > 0)
            .OrderBy(row => row.OrderedAt).ToListAsync(cancellationToken);
        var outdated = new List<Order>();
        foreach (var order in begun)
        {
            if (await changes.IsOutdatedAsync(scope, order.ChangeId!.Value, cancellationToken))
            {
                outdated.Add(order);
            }
        }

        return outdated;
    }

    private async Task WithdrawAsync(AccountScope scope, Order order, CancellationToken cancellationToken)
    {
        var payments = await scope.Db.Set<Payment>()
            .Where(payment => payment.AccountId == scope.AccountId && payment.OrderId == order.Id && payment.Status == PaymentStatus.Succeeded)
            .OrderBy(payment => payment.ReceivedAt).ToListAsync(cancellationToken);
        var kept = Money.Sum(payments.Select(payment => payment.Settled - payment.SettledRefunded), order.Total.Currency);
        foreach (var payment in payments)
        {
            await returned.KeepAsync(scope, payment, order, cancellationToken);
            if (payment.Status == PaymentStatus.Succeeded)
            {
                payment.Problem = PaymentProblems.UpgradeOutdated;
                scope.AppendStaff(new PaymentNeedsAttention(payment.Id, PaymentProblems.UpgradeOutdated));
            }
        }

        await ClosePaymentPage.ScheduleAsync(scope, order, cancellationToken);
        order.Update(order.ToDomain().Cancel(scope.Now).Value);
        scope.Append(new OrderWithdrawn(order.Id));
        await mails.OutdatedAsync(scope, order, kept, cancellationToken);
    }
}
