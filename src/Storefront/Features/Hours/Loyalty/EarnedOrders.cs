using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Hours.Loyalty;

/// <summary>A plan that was earned is an order of nothing, paid when its period begins: the account's books show it beside what was bought (FEN-02).</summary>
internal static class EarnedOrders
{
    /// <summary>The payment method of orders that were earned.</summary>
    public const string Method = "loyalty";

    private const long FirstNumber = 1000;

    public static async Task WriteAsync(
        AccountScope scope, PlanSubscription row, IEnumerable<SubscriptionEvent> events, CancellationToken cancellationToken)
    {
        foreach (var earned in events.OfType<PlanEarned>().Where(earned => earned.IsNeeded))
        {
            var zero = Money.Zero(row.Price.Currency);
            var number = FirstNumber + await scope.NextNumberAsync(HouseCounter.Orders, cancellationToken);
            var order = new Order
            {
                AccountId = scope.AccountId,
                Id = OrderId.New(earned.At),
                Reference = $"{scope.Account.House.ToUpperInvariant()}-{number}",
                PlanKey = earned.Terms.PlanKey,
                Interval = BillingInterval.Month,
                HandbookVersion = row.HandbookVersion,
                Net = zero,
                Tax = zero,
                Total = zero,
                PaymentMethod = Method,
                Status = OrderStatus.Paid,
                OrderedBy = new UserId(Guid.Empty),
                OrderedAt = earned.At,
                SettledAt = earned.At,
                SubscriptionId = row.Id,
            };
            scope.Db.Add(order);
            scope.Append(new OrderPlaced(order.Id, order.PlanKey, order.Interval, 0, zero.Currency.Code));
            scope.Append(new OrderPaid(order.Id));
        }
    }
}
