using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>Whether an order may be paid now, asked wherever it is offered: nobody is to pay for what its payment would not bring.</summary>
public sealed class PayableOrders(SubscriptionLifecycle lifecycle, PaidChanges changes)
{
    /// <summary>
    /// The refusal says why not: it is settled already; a plan of that price cannot begin; or an upgrade's plan owes a term
    /// (<see cref="PaymentOverdue"/>) or is to end or to pause (<see cref="SubscriptionNotReady"/>), which may pass.
    /// </summary>
    internal async Task<Result<Done>> EnsureAsync(AccountScope scope, Order order, CancellationToken cancellationToken)
    {
        if (order.ToDomain().EnsurePayable(scope.Now).Refusal is { } settled)
        {
            return settled;
        }

        if (order.Purpose == OrderPurpose.Plan)
        {
            return await lifecycle.EnsureCanBuyAsync(scope.Db, scope.AccountId, order.Price, cancellationToken);
        }

        if (order.ChangeId is not { } change || (await changes.EnsureAppliesAsync(scope, change, cancellationToken)).Refusal is not { } hindered)
        {
            return Done.Value;
        }

        return hindered is PaymentOverdue or SubscriptionNotReady ? hindered : new OrderCanceled(order.Id, CanceledAt: null);
    }
}
