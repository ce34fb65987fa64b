using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Hours.Charging;

/// <summary>
/// Work beyond the included hours of who has no invoices to put it on, such as who stays on the free plan: at the end of the billing period
/// in which its ticket was closed, or of the calendar month where none runs, it becomes an order that does not expire (FEN-12). A credit
/// waits until there is something to take it off.
/// </summary>
internal sealed class OverageOrders(SubscriptionStore subscriptions, Handbooks handbooks) : IAccountSettlement
{
    private const long FirstNumber = 1000;

    public async Task<Instant?> NextDueAsync(AccountScope scope, CancellationToken cancellationToken) =>
        (await FindAsync(scope, cancellationToken)).Min(group => (Instant?)group.DueAt);

    public async Task SettleAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        foreach (var (overages, dueAt) in await FindAsync(scope, cancellationToken))
        {
            if (dueAt <= scope.Now)
            {
                await OrderAsync(scope, overages, cancellationToken);
            }
        }
    }

    private async Task<List<(List<HourOverage> Overages, Instant DueAt)>> FindAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        if (subscriptions.PresentPolicies.Hours.Overage != OveragePolicy.Bill)
        {
            return [];
        }

        var open = await scope.Db.Set<HourOverage>()
            .Where(overage => overage.AccountId == scope.AccountId && overage.BilledAt == null).ToListAsync(cancellationToken);
        if (open.Count == 0
            || await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken) is var current && current?.Row.StripeSubscriptionId is not null)
        {
            return [];
        }

        var policies = current?.Policies ?? subscriptions.PresentPolicies;
        return
        [
            .. from overage in open
               group overage by overage.Net.Currency into same
               where Money.Sum(same.Select(overage => overage.Total), same.Key).IsPositive
                   && StartCheckout.MethodsFor(handbooks.Present, same.Key).Any()
               select (same.OrderBy(overage => overage.ClosedAt).ToList(), same.Min(overage => DueAt(current, policies, overage))),
        ];
    }

    /// <summary>Who pays its plan past us pays this so too.</summary>
    private async Task<string> MethodAsync(AccountScope scope, Handbook house, Currency currency, CancellationToken cancellationToken) =>
        await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken) is { Policies.Renewal: not null } current
            && house.PaymentMethodsFor(currency).Any(method => method.Key == current.Row.PaymentMethod)
            ? current.Row.PaymentMethod
            : StartCheckout.MethodsFor(house, currency).First().Key;

    private static Instant DueAt(CurrentSubscription? current, Domain.Subscriptions.SubscriptionPolicies policies, HourOverage overage)
    {
        var closedOn = policies.DateOf(overage.ClosedAt);
        return policies.StartOf(current is { State: { IsRunning: true } state }
            ? state.Anchor.PeriodOf(closedOn).End
            : closedOn.With(DateAdjusters.StartOfMonth).PlusMonths(1));
    }

    private async Task OrderAsync(AccountScope scope, List<HourOverage> overages, CancellationToken cancellationToken)
    {
        var house = handbooks.Present;
        var currency = overages[0].Net.Currency;
        var (net, tax) = (Money.Sum(overages.Select(overage => overage.Net), currency), Money.Sum(overages.Select(overage => overage.Tax), currency));
        var order = new Order
        {
            AccountId = scope.AccountId,
            Id = OrderId.New(scope.Now),
            Reference = $"{house.House.Key.ToUpperInvariant()}-{FirstNumber + await scope.NextNumberAsync(HouseCounter.Orders, cancellationToken)}",
            PlanKey = overages[^1].PlanKey,
            Interval = BillingInterval.Once,
            HandbookVersion = house.Version.Hash,
            Net = net,
            Tax = tax,
            Total = net + tax,
            IsOverage = true,
            PaymentMethod = await MethodAsync(scope, house, currency, cancellationToken),
            Status = OrderStatus.AwaitingPayment,
            OrderedBy = new UserId(Guid.Empty),
            OrderedAt = scope.Now,
        };
        scope.Db.Add(order);
        scope.Append(new OrderPlaced(order.Id, order.PlanKey, order.Interval, order.Total.MinorUnits, currency.Code));
        foreach (var overage in overages)
        {
            (overage.OrderId, overage.BilledAt) = (order.Id, scope.Now);
        }

        await scope.ScheduleAsync(TellOverageOrder.DueWorkKind, $"overage-order:{order.Id.Value:N}", scope.Now, scope.AccountId, order.Reference, cancellationToken);
    }
}
