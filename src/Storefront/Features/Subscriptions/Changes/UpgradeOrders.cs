using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Store;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>
/// The difference of an upgrade as an order, for who has no card on file that could be charged before it acts (FEN-04): paid as any other
/// order, and in force when it is paid.
/// </summary>
public sealed class UpgradeOrders(Handbooks handbooks)
{
    private const long FirstNumber = 1000;

    /// <summary>Places it; <see cref="PaymentNeededFirst"/> where the house has no way in which it could be paid.</summary>
    internal async Task<Result<Order>> PlaceAsync(
        AccountScope scope, PendingPlanChange row, CurrentSubscription current, ChangePreview preview, CancellationToken cancellationToken)
    {
        var house = handbooks.Present;
        if (MethodOf(house, current, preview.MoneyNow.Total.Currency) is not { } method)
        {
            return new PaymentNeededFirst();
        }

        // A new paid term would be another difference, or another plan to come from.
        var state = OrderState.Place(
            OrderId.New(scope.Now),
            preview.MoneyNow.Total,
            scope.Now,
            Instant.Min(scope.Now + Duration.FromDays(house.Billing.OrderValidDays), current.Policies.StartOf(current.State.Period.End)));
        var order = new Order
        {
            AccountId = scope.AccountId,
            Id = state.Id,
            Reference = $"{house.House.Key.ToUpperInvariant()}-{FirstNumber + await scope.NextNumberAsync(HouseCounter.Orders, cancellationToken)}",
            PlanKey = preview.To.PlanKey,
            Interval = preview.To.Interval,
            HandbookVersion = house.Version.Hash,
            Net = preview.MoneyNow.Amount,
            Tax = preview.MoneyNow.Tax,
            Total = state.Total,
            ChangeId = row.Id,
            PaymentMethod = method.Key,
            Status = state.Status,
            OrderedBy = row.RequestedBy ?? new UserId(Guid.Empty),
            OrderedAt = state.PlacedAt,
            ExpiresAt = state.ExpiresAt,
        };
        row.State = PendingPlanChangeState.Ordered;
        scope.Db.Add(order);
        scope.Append(new OrderPlaced(order.Id, order.PlanKey, order.Interval, order.Total.MinorUnits, order.Total.Currency.Code));
        return order;
    }

    /// <summary>Who pays its plan past us pays the difference so too; else by what confirms itself.</summary>
    private static PaymentMethod? MethodOf(Handbook house, CurrentSubscription current, Currency currency) =>
        current.Policies.Renewal is null
            ? StartCheckout.MethodsFor(house, currency).FirstOrDefault()
            : house.PaymentMethodsFor(currency).FirstOrDefault(method => method.Key == current.Row.PaymentMethod);

    internal static Task<string?> ReferenceOfAsync(AccountScope scope, PlanChangeId change, CancellationToken cancellationToken) => scope.Db.Set<Order>()
        .Where(order => order.AccountId == scope.AccountId && order.ChangeId == change).Select(order => order.Reference).SingleOrDefaultAsync(cancellationToken);
}
