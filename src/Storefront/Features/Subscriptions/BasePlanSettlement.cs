using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Store;

namespace Storefront.Features.Subscriptions;

/// <summary>
/// Gives every customer of a house that has one its free base plan, from the day the account was opened, and again when another plan has
/// ended (FEN-01): an order of nothing, paid at once, as any other.
/// </summary>
internal sealed class BasePlanSettlement(SubscriptionLifecycle lifecycle, Handbooks handbooks) : IAccountSettlement
{
    /// <summary>The payment method of orders that need no payment.</summary>
    public const string Method = "free";

    private const long FirstNumber = 1000;

    public async Task<Instant?> NextDueAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        if (handbooks.Present.Changes.BasePlan is null)
        {
            return null;
        }

        var had = await scope.Db.Set<PlanSubscription>().Where(row => row.AccountId == scope.AccountId)
            .Select(row => new { row.Status, row.EndedAt }).ToListAsync(cancellationToken);
        return had.Any(row => row.Status != PlanSubscriptionStatus.Canceled) ? null : had.Max(row => row.EndedAt) ?? scope.Account.CreatedAt;
    }

    public async Task SettleAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        var house = handbooks.Present;
        var plan = house.Plans.Find(house.Changes.BasePlan!)!;
        var price = plan.PriceFor(BillingInterval.Month, house.DefaultCurrency)!;
        var order = new Order
        {
            AccountId = scope.AccountId,
            Id = OrderId.New(scope.Now),
            Reference = $"{house.House.Key.ToUpperInvariant()}-{FirstNumber + await scope.NextNumberAsync(HouseCounter.Orders, cancellationToken)}",
            PlanKey = plan.Key,
            Interval = price.Interval,
            HandbookVersion = house.Version.Hash,
            Net = price.Amount,
            Tax = price.Tax,
            Total = price.Total,
            PaymentMethod = Method,
            Status = OrderStatus.Paid,
            OrderedBy = new UserId(Guid.Empty),
            OrderedAt = scope.Now,
            SettledAt = scope.Now,
        };
        scope.Db.Add(order);
        scope.Append(new OrderPlaced(order.Id, order.PlanKey, order.Interval, 0, price.Total.Currency.Code));
        scope.Append(new OrderPaid(order.Id));
        await lifecycle.StartAsync(scope, order, new FirstPayment($"order:{order.Id.Value:N}"), cancellationToken);
    }
}
