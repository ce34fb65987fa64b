using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>Orders that were not paid in time expire, at their instant (COM-07).</summary>
internal sealed class OrderExpiry(IEnumerable<IOrderWork> works) : IAccountSettlement
{
    public Task<Instant?> NextDueAsync(AccountScope scope, CancellationToken cancellationToken) =>
        Waiting(scope).MinAsync(order => order.ExpiresAt, cancellationToken);

    public async Task SettleAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        foreach (var order in await Waiting(scope).Where(order => order.ExpiresAt <= scope.Now).ToListAsync(cancellationToken))
        {
            order.Update(order.ToDomain().AsOf(scope.Now));
            scope.Append(new OrderLapsed(order.Id));
            await works.EndAsync(scope, order, cancellationToken);
        }
    }

    private static IQueryable<Order> Waiting(AccountScope scope) =>
        scope.Db.Set<Order>()
        .Where(order => order.AccountId == scope.AccountId && order.Status == OrderStatus.AwaitingPayment && order.PaidMinorUnits == 0);
}
