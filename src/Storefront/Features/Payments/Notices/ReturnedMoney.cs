using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Credits;
using Storefront.Store;

namespace Storefront.Features.Payments.Notices;

/// <summary>
/// Puts down, in the account's transaction, that money of a payment went back, whichever way it went: out of the credit that the payment left
/// behind first, and of the rest the order owes as much again where the rule says so, unless the house gave it back whole.
/// </summary>
public sealed class ReturnedMoney(OrderSettlement orders)
{
    internal const string Operation = "payment.return";

    /// <summary>The house gave money back of a payment.</summary>
    internal async Task<Result<Done>> GiveBackAsync(AccountScope scope, PaymentId id, Money amount, CancellationToken cancellationToken)
    {
        if (await scope.Db.Set<Payment>().SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.Id == id, cancellationToken) is not { } payment)
        {
            return new NotFound("payment");
        }

        if (amount.Currency != payment.Amount.Currency)
        {
            return new NoticeCurrencyDiffers(payment.Amount.Currency.Code);
        }

        if (!amount.IsPositive || payment.Refunded + amount > payment.Amount || payment.Status != PaymentStatus.Succeeded)
        {
            return new NoticeAmountNotValid();
        }

        await GiveBackAsync(scope, payment, amount, cancellationToken);
        return Done.Value;
    }

    /// <summary>The house gave money back of a payment.</summary>
    internal Task GiveBackAsync(AccountScope scope, Payment payment, Money amount, CancellationToken cancellationToken) =>
        RecordAsync(scope, payment, amount, orders.GiveBackAsync, cancellationToken);

    /// <summary>Whoever had paid took it back, or what it paid for gave way to something else.</summary>
    internal Task TakeBackAsync(AccountScope scope, Payment payment, Money amount, CancellationToken cancellationToken) =>
        RecordAsync(scope, payment, amount, orders.TakeBackAsync, cancellationToken);

    /// <summary>What a payment paid for is withdrawn, and the money stays: as the account's credit, whatever it came by.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="payment">One that succeeded, tracked.</param>
    /// <param name="order">What it paid for.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async Task KeepAsync(AccountScope scope, Payment payment, Order order, CancellationToken cancellationToken)
    {
        var left = payment.Settled - payment.SettledRefunded;
        if (!left.IsPositive)
        {
            return;
        }

        if (payment.Method == CreditLedger.Method)
        {
            await TakeBackAsync(scope, payment, left, cancellationToken);
            return;
        }

        payment.CreditedMinorUnits += left.MinorUnits;
        await orders.TakeBackAsync(scope, order, left, cancellationToken);
        await CreditLedger.PostAsync(scope, left, CreditCause.Returned, $"kept:{payment.Id.Value:N}", order.Id, cancellationToken);
    }

    /// <summary>An order that nobody may pay any more is withdrawn, and what came for it stays as the account's credit.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="order">One that awaits its payment, tracked.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The payments of which something was kept, and how much that is in all.</returns>
    internal async Task<(IReadOnlyList<Payment> Payments, Money Kept)> WithdrawAsync(AccountScope scope, Order order, CancellationToken cancellationToken)
    {
        var came = await scope.Db.Set<Payment>()
            .Where(payment => payment.AccountId == scope.AccountId && payment.OrderId == order.Id && payment.Status == PaymentStatus.Succeeded)
            .OrderBy(payment => payment.ReceivedAt).ToListAsync(cancellationToken);
        var standing = came.FindAll(payment => (payment.Settled - payment.SettledRefunded).IsPositive);
        var kept = Money.Sum(standing.Select(payment => payment.Settled - payment.SettledRefunded), order.Total.Currency);
        foreach (var payment in standing)
        {
            await KeepAsync(scope, payment, order, cancellationToken);
        }

        await ClosePaymentPage.ScheduleAsync(scope, order, cancellationToken);
        order.Update(order.ToDomain().Cancel(scope.Now).Value);
        scope.Append(new OrderWithdrawn(order.Id));
        return (standing, kept);
    }

    /// <param name="scope">The account's transaction.</param>
    /// <param name="payment">One that succeeded, tracked.</param>
    /// <param name="amount">What went back now: more than nothing, no more than did not go back before.</param>
    /// <param name="ofOrderAsync">What that makes of the order.</param>
    /// <param name="cancellationToken">Stops it.</param>
    private static async Task RecordAsync(
        AccountScope scope,
        Payment payment,
        Money amount,
        Func<AccountScope, Order, Money, CancellationToken, Task> ofOrderAsync,
        CancellationToken cancellationToken)
    {
        var credit = await CreditLedger.BalanceAsync(scope.Db, scope.AccountId, amount.Currency, cancellationToken);
        var fromCredit = RefundRules.FromCredit(amount, payment.Credited, credit);
        var before = payment.SettledRefunded;
        payment.RefundedMinorUnits += amount.MinorUnits;
        payment.CreditReturnedMinorUnits += fromCredit.MinorUnits;
        var key = $"returned:{payment.Id.Value:N}:{payment.Refunded.MinorUnits}";
        await CreditLedger.PostAsync(scope, -fromCredit, CreditCause.PaidOut, key, payment.OrderId, cancellationToken);
        if (payment.Method == CreditLedger.Method)
        {
            await CreditLedger.PostAsync(scope, amount, CreditCause.Returned, key, payment.OrderId, cancellationToken);
        }

        if (payment.Refunded == payment.Amount)
        {
            payment.Step(state => state.Refund(scope.Now));
            scope.Append(new PaymentRefunded(payment.Id));
        }
        else
        {
            scope.Append(new PaymentPartlyRefunded(payment.Id, payment.RefundedMinorUnits, amount.Currency.Code));
        }

        var ofOrder = payment.SettledRefunded - before;
        if (ofOrder + fromCredit < amount)
        {
            payment.Problem = PaymentProblems.CreditSpent;
            scope.AppendStaff(new PaymentNeedsAttention(payment.Id, PaymentProblems.CreditSpent));
        }

        if (payment.OrderId is { } orderId && ofOrder.IsPositive)
        {
            var order = await scope.Db.Set<Order>().SingleAsync(row => row.AccountId == scope.AccountId && row.Id == orderId, cancellationToken);
            await ofOrderAsync(scope, order, ofOrder, cancellationToken);
        }
    }
}
