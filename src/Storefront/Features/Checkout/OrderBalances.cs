using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>Asks for the rest of an order that is paid in parts, when the work is delivered (SEN-10).</summary>
public static class OrderBalances
{
    /// <summary>From now on the rest can be paid. It changes nothing where nothing is left, or where it was asked for before.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="id">The order, one of the account's.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task AskAsync(AccountScope scope, OrderId id, CancellationToken cancellationToken)
    {
        var order = await scope.Db.Set<Order>().SingleAsync(row => row.AccountId == scope.AccountId && row.Id == id, cancellationToken);
        var before = order.ToDomain();
        var asked = before.AskBalance(scope.Now);
        if (asked != before)
        {
            order.Update(asked);
            scope.Append(new OrderBalanceDue(order.Id, asked.Left.MinorUnits, asked.Total.Currency.Code));
        }
    }
}
