using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Credits;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Payments.Renewals;

/// <summary>
/// Asks for the next terms of plans that nobody charges by itself, by orders like any other (FLU-21). What is asked for follows from the subscription:
/// after everything that happens to an account the orders that no longer fit are withdrawn, what came for them becomes credit, and those that are
/// missing are placed; credit pays them first.
/// </summary>
internal sealed class RenewalOrders(SubscriptionStore subscriptions, Handbooks handbooks, CreditLedger credits, ReturnedMoney returned) : IAccountSettlement
{
    public async Task<Instant?> NextDueAsync(AccountScope scope, CancellationToken cancellationToken) =>
        await RenewalSituation.ReadAsync(scope, subscriptions, handbooks, cancellationToken) is { } situation
            ? situation.Bills.Where(bill => situation.OrderOf(bill) is null).Min(bill => (Instant?)situation.AskedAt(bill))
            : null;

    public Task SettleAsync(AccountScope scope, CancellationToken cancellationToken) => ReconcileAsync(scope, cancellationToken);

    public Task FinishAsync(AccountScope scope, CancellationToken cancellationToken) => ReconcileAsync(scope, cancellationToken);

    private async Task ReconcileAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        if (await RenewalSituation.ReadAsync(scope, subscriptions, handbooks, cancellationToken) is not { } situation)
        {
            return;
        }

        var wanted = situation.Bills.Where(bill => situation.AskedAt(bill) <= scope.Now).ToList();
        var fitting = wanted.Select(situation.OrderOf).OfType<Order>().ToHashSet();
        foreach (var order in situation.Open.Where(order => !fitting.Contains(order)).ToList())
        {
            await WithdrawAsync(scope, situation, order, cancellationToken);
        }

        foreach (var bill in wanted.Where(bill => situation.OrderOf(bill) is null))
        {
            fitting.Add(await PlaceAsync(scope, situation, bill, cancellationToken));
        }

        await scope.Db.SaveChangesAsync(cancellationToken);
        foreach (var order in fitting.OrderBy(order => order.RenewalDueOn).Where(order => order.Status == OrderStatus.AwaitingPayment))
        {
            await credits.UseAsync(scope, order, cancellationToken);
        }

        await scope.Db.SaveChangesAsync(cancellationToken);
    }

    private static async Task<Order> PlaceAsync(AccountScope scope, RenewalSituation situation, RenewalBill bill, CancellationToken cancellationToken)
    {
        var row = situation.Row;
        var state = OrderState.Place(OrderId.New(scope.Now), bill.Total, scope.Now, expiresAt: null);
        var order = new Order
        {
            AccountId = scope.AccountId,
            Id = state.Id,
            Reference = await OrderReference.NextAsync(scope, cancellationToken),
            PlanKey = bill.Lines[0].PlanKey,
            Interval = RenewalSituation.IntervalOf(bill),
            HandbookVersion = row.ScheduledHandbookVersion is { } agreed && bill.Renews is { } next && (next.PlanKey, next.Interval) != (row.PlanKey, row.Interval) ? agreed : row.HandbookVersion,
            Net = bill.Net,
            Tax = bill.Tax,
            Total = bill.Total,
            RenewalDueOn = bill.DueOn,
            RenewalLines = new OrderLines(bill.Lines),
            SubscriptionId = row.Id,
            PaymentMethod = row.PaymentMethod,
            Status = state.Status,
            OrderedBy = new UserId(Guid.Empty),
            OrderedAt = state.PlacedAt,
        };
        scope.Db.Add(order);
        situation.Open.Add(order);
        foreach (var change in situation.Changes.Where(change => RenewalSituation.LinesOf(change, situation.Policies).Any(line => line.BilledOn == bill.DueOn)))
        {
            change.AskedWith = order.Id;
        }

        scope.Append(new OrderPlaced(order.Id, order.PlanKey, order.Interval, order.Total.MinorUnits, order.Total.Currency.Code));
        await RenewalMail.ScheduleAllAsync(scope, order, situation.Policies, cancellationToken);
        return order;
    }

    /// <summary>What came for it is the customer's, and pays what is asked for instead.</summary>
    private async Task WithdrawAsync(AccountScope scope, RenewalSituation situation, Order order, CancellationToken cancellationToken)
    {
        await returned.WithdrawAsync(scope, order, cancellationToken);
        foreach (var change in situation.Changes.Where(change => change.AskedWith == order.Id))
        {
            change.AskedWith = null;
        }

        situation.Open.Remove(order);
    }
}
