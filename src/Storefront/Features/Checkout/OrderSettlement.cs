using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>
/// What a payment makes of an order, whatever way it came: a plan starts when all is paid, a package's work when what is due with the order
/// came, a quote's work when it is paid. The refusal says why nothing was settled.
/// </summary>
public sealed class OrderSettlement(SubscriptionLifecycle lifecycle, PaidChanges changes, IEnumerable<IOrderWork> works)
{
    /// <summary>Takes a payment in. Money that does not pay all of the order stays on it and is added to what comes next.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="order">The order, tracked in it.</param>
    /// <param name="amount">What was paid, tax included. Where Stripe renews a plan it must be the order's total to the minor unit, because Stripe goes on charging it.</param>
    /// <param name="paidAt">When it was paid, which may be a while ago.</param>
    /// <param name="payment">What the payment is by its nature, and what will renew it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<OrderReceived>> ReceiveAsync(
        AccountScope scope, Order order, Money amount, Instant paidAt, FirstPayment payment, CancellationToken cancellationToken)
    {
        // A package that was paid too late is begun all the same, at the price that it was ordered at.
        var state = order.Purpose == OrderPurpose.Package && !amount.IsZero ? order.ToDomain().Reopen() : order.ToDomain();
        if (payment.StripeSubscriptionId is not null && state.Pay(amount, paidAt).Refusal is { } mismatch)
        {
            return mismatch;
        }

        if (!state.Receive(amount, paidAt).TryGet(out var receipt, out var refusal))
        {
            return refusal;
        }

        if (receipt.IsPaid && order is { BuysTerm: true, SubscriptionId: { } subscription })
        {
            return await RenewAsync(scope, order, subscription, receipt, paidAt, cancellationToken);
        }

        if (!receipt.IsPaid || order.Purpose is not (OrderPurpose.Plan or OrderPurpose.Upgrade))
        {
            Settle(scope, order, receipt, paidAt);
            await TellPaidAsync(scope, order, cancellationToken);
            return new OrderReceived(order, receipt.Applied, receipt.Surplus, Subscription: null);
        }

        var started = order.ChangeId is { } change
            ? await UpgradeAsync(scope, order, change, receipt, paidAt, cancellationToken)
            : await StartAsync(scope, order, receipt, paidAt, payment, cancellationToken);
        return started.Map(row => new OrderReceived(order, receipt.Applied, receipt.Surplus, row));
    }

    /// <summary>
    /// An order that buys somebody's work was placed, which is told of it: a package's project begins to wait for what it needs (TEC-01). One
    /// of nothing is paid at once, the same way as any other.
    /// </summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="order">The order, just added to it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task PlacedAsync(AccountScope scope, Order order, CancellationToken cancellationToken)
    {
        if (Find(order) is { } work)
        {
            await work.PlacedAsync(scope, order, cancellationToken);
        }

        if (order.Total.IsZero)
        {
            _ = (await ReceiveAsync(scope, order, order.Total, scope.Now, new FirstPayment($"order:{order.Id.Value:N}"), cancellationToken)).Value;
        }
        else if (order.ToDomain().IsCovered)
        {
            order.CoveredAt = scope.Now;
            await TellPaidAsync(scope, order, cancellationToken);
        }
    }

    /// <summary>
    /// Money that came for an order was taken back: so much is owed again. What a plan's order bought, once it was paid in full, is its
    /// subscription's, and the order stays as it was.
    /// </summary>
    public Task TakeBackAsync(AccountScope scope, Order order, Money amount, CancellationToken cancellationToken) =>
        ReturnAsync(scope, order, order.ToDomain().TakeBack(amount), cancellationToken);

    /// <summary>
    /// The house gave money back that came for an order: what is left of it is owed again, and one of which all went back ends with what it
    /// bought. What is asked for of a plan that runs is asked for all the same.
    /// </summary>
    public Task GiveBackAsync(AccountScope scope, Order order, Money amount, CancellationToken cancellationToken) =>
        order.Purpose is OrderPurpose.Upgrade or OrderPurpose.Renewal
            ? TakeBackAsync(scope, order, amount, cancellationToken)
            : ReturnAsync(scope, order, order.ToDomain().GiveBack(amount, scope.Now), cancellationToken);

    private async Task ReturnAsync(AccountScope scope, Order order, OrderState after, CancellationToken cancellationToken)
    {
        var before = order.ToDomain();
        var bought = before.Status == OrderStatus.Paid && order.Purpose is OrderPurpose.Plan or OrderPurpose.Upgrade or OrderPurpose.Renewal;
        if (after == before || bought)
        {
            return;
        }

        await ClosePaymentPage.ScheduleAsync(scope, order, cancellationToken);
        order.Update(after);
        order.CoveredAt = after.IsCovered ? order.CoveredAt : null;
        var gone = before.Paid - after.Paid;
        if (after.Status == OrderStatus.Refunded)
        {
            scope.Append(new OrderGivenBack(order.Id, gone.MinorUnits, gone.Currency.Code));
            await works.EndAsync(scope, order, cancellationToken);
        }
        else
        {
            scope.Append(new OrderPaymentReturned(order.Id, gone.MinorUnits, after.Left.MinorUnits, gone.Currency.Code));
            await TellPaidAsync(scope, order, cancellationToken);
        }
    }

    private async Task TellPaidAsync(AccountScope scope, Order order, CancellationToken cancellationToken)
    {
        if (Find(order) is { } work)
        {
            await work.PaidAsync(scope, order, cancellationToken);
        }
    }

    private IOrderWork? Find(Order order) => works.FirstOrDefault(work => work.Purpose == order.Purpose);

    /// <summary>The next term is paid, from today where the plan rested until then (FLU-21).</summary>
    private async Task<Result<OrderReceived>> RenewAsync(
        AccountScope scope, Order order, SubscriptionId subscription, OrderReceipt receipt, Instant paidAt, CancellationToken cancellationToken)
    {
        var paid = await lifecycle.RecordPaidTermAsync(scope, subscription, $"order:{order.Id.Value:N}", cancellationToken);
        if (!paid.TryGet(out var term, out var refusal))
        {
            return refusal;
        }

        Settle(scope, order, receipt, paidAt);
        var row = await scope.Db.Set<PlanSubscription>().SingleAsync(row => row.AccountId == scope.AccountId && row.Id == subscription, cancellationToken);
        return new OrderReceived(order, receipt.Applied, receipt.Surplus, row) { Renewed = term };
    }

    private async Task<Result<PlanSubscription>> UpgradeAsync(
        AccountScope scope, Order order, PlanChangeId change, OrderReceipt receipt, Instant paidAt, CancellationToken cancellationToken)
    {
        if (!(await changes.ApplyPaidAsync(scope, change, cancellationToken)).TryGet(out var upgraded, out var outdated))
        {
            return outdated;
        }

        Settle(scope, order, receipt, paidAt);
        order.SubscriptionId = upgraded.Id;
        await WithdrawOthersAsync(scope, order, cancellationToken);
        return upgraded;
    }

    private async Task<Result<PlanSubscription>> StartAsync(
        AccountScope scope, Order order, OrderReceipt receipt, Instant paidAt, FirstPayment payment, CancellationToken cancellationToken)
    {
        if ((await lifecycle.EnsureCanBuyAsync(scope.Db, scope.AccountId, order.Price, cancellationToken)).Refusal is { } running)
        {
            return running;
        }

        Settle(scope, order, receipt, paidAt);
        await WithdrawOthersAsync(scope, order, cancellationToken);

        // Nothing can refuse it now but a fault, and then nothing is kept.
        return (await lifecycle.StartAsync(scope, order, payment with { PaidAt = paidAt }, cancellationToken)).Value;
    }

    private static void Settle(AccountScope scope, Order order, OrderReceipt receipt, Instant paidAt)
    {
        order.Update(receipt.Order);
        order.DeclineCode = null;
        if (receipt.HasCovered)
        {
            order.CoveredAt = paidAt;
        }

        scope.Append(receipt.IsPaid
            ? new OrderPaid(order.Id)
            : new OrderPartPaid(order.Id, receipt.Applied.MinorUnits, receipt.Order.Left.MinorUnits, order.Total.Currency.Code));
    }

    /// <summary>An account has one subscription: what other plans were ordered cannot be paid any more, but for those that money came for.</summary>
    private static async Task WithdrawOthersAsync(AccountScope scope, Order paid, CancellationToken cancellationToken)
    {
        var others = await scope.Db.Set<Order>()
            .Where(row => row.AccountId == scope.AccountId && row.Id != paid.Id && row.Status == OrderStatus.AwaitingPayment && !row.IsOverage)
            .Where(row => row.PackageKey == null && row.QuoteId == null && row.RenewalDueOn == null && row.PaidMinorUnits == 0)
            .ToListAsync(cancellationToken);
        foreach (var other in others)
        {
            await ClosePaymentPage.ScheduleAsync(scope, other, cancellationToken);
            other.Update(other.ToDomain().Cancel(scope.Now).Value);
            scope.Append(new OrderWithdrawn(other.Id));
        }
    }
}
