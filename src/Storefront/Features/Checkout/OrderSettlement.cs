using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>What a payment makes of an order, whatever way it came: the subscription starts, or the refusal says why nothing was settled.</summary>
public sealed class OrderSettlement(SubscriptionLifecycle lifecycle, SubscriptionChanges changes)
{
    /// <param name="scope">The account's transaction.</param>
    /// <param name="order">The order, tracked in it.</param>
    /// <param name="paid">What was paid, tax included; must be the order's total to the minor unit.</param>
    /// <param name="paidAt">When it was paid, which may be a while ago.</param>
    /// <param name="payment">What the payment is by its nature, and what will renew it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<PlanSubscription>> PayAsync(
        AccountScope scope, Order order, Money paid, Instant paidAt, FirstPayment payment, CancellationToken cancellationToken)
    {
        if (!order.ToDomain().Pay(paid, paidAt).TryGet(out var settled, out var refusal))
        {
            return refusal;
        }

        if (order.ChangeId is { } change)
        {
            if (!(await changes.ApplyPaidAsync(scope, change, cancellationToken)).TryGet(out var upgraded, out var outdated))
            {
                return outdated;
            }

            Settle(scope, order, settled);
            order.SubscriptionId = upgraded.Id;
            await WithdrawOthersAsync(scope, order, cancellationToken);
            return upgraded;
        }

        if ((await lifecycle.EnsureCanBuyAsync(scope.Db, scope.AccountId, order.Price, cancellationToken)).Refusal is { } running)
        {
            return running;
        }

        Settle(scope, order, settled);
        await WithdrawOthersAsync(scope, order, cancellationToken);

        // Nothing can refuse it now but a fault, and then nothing is kept.
        return (await lifecycle.StartAsync(scope, order, payment with { PaidAt = paidAt }, cancellationToken)).Value;
    }

    /// <summary>Work beyond the included hours was paid (FEN-12).</summary>
    internal static Result<Done> PayOverage(AccountScope scope, Order order, Money paid, Instant paidAt) =>
        order.ToDomain().Pay(paid, paidAt).Map(settled =>
        {
            Settle(scope, order, settled);
            return Done.Value;
        });

    private static void Settle(AccountScope scope, Order order, OrderState settled)
    {
        order.Update(settled);
        order.DeclineCode = null;
        scope.Append(new OrderPaid(order.Id));
    }

    /// <summary>An account has one subscription: what else was ordered cannot be paid any more.</summary>
    private static async Task WithdrawOthersAsync(AccountScope scope, Order paid, CancellationToken cancellationToken)
    {
        var others = await scope.Db.Set<Order>()
            .Where(row => row.AccountId == scope.AccountId && row.Id != paid.Id && row.Status == OrderStatus.AwaitingPayment && !row.IsOverage)
            .ToListAsync(cancellationToken);
        foreach (var other in others)
        {
            other.Update(other.ToDomain().Cancel(scope.Now).Value);
            scope.Append(new OrderWithdrawn(other.Id));
        }
    }
}
