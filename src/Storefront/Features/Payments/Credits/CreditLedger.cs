using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Orders;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Payments.Refunds;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Payments.Credits;

/// <summary>What the house owes an account, inside the account's transaction: kept in its currency, never below nothing, each line once.</summary>
public sealed class CreditLedger(OrderSettlement orders)
{
    /// <summary>The way of paying that is no method of the house.</summary>
    public const string Method = "credit";

    /// <summary>What there is in that currency.</summary>
    public static async Task<Money> BalanceAsync(StorefrontDb db, AccountId account, Currency currency, CancellationToken cancellationToken)
    {
        var last = await db.Set<CreditEntry>().Where(entry => entry.AccountId == account && entry.Amount.Currency == currency)
            .OrderByDescending(entry => entry.Sequence).Select(entry => (long?)entry.BalanceAfterMinorUnits).FirstOrDefaultAsync(cancellationToken);
        return new Money(last ?? 0, currency);
    }

    /// <summary>What of it is not on its way out already with a refund that was asked for; never less than nothing.</summary>
    /// <param name="db">What is read.</param>
    /// <param name="account">Whose.</param>
    /// <param name="currency">In which currency.</param>
    /// <param name="besides">The payment whose own refunds are left out, as who asks reckons with them; null for none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal static async Task<Money> FreeAsync(
        StorefrontDb db, AccountId account, Currency currency, PaymentId? besides, CancellationToken cancellationToken)
    {
        var leaving = await db.Set<PaymentRefund>()
            .Where(refund => refund.AccountId == account && refund.Status == RefundStatus.Asked && (besides == null || refund.PaymentId != besides))
            .Join(
                db.Set<Payment>(),
                refund => new { refund.AccountId, Id = refund.PaymentId },
                payment => new { payment.AccountId, payment.Id },
                (refund, payment) => new
                {
                    payment.Id,
                    payment.Amount.Currency,
                    Asked = refund.Amount.MinorUnits,
                    Credited = payment.CreditedMinorUnits - payment.CreditReturnedMinorUnits,
                })
            .Where(leaves => leaves.Currency == currency)
            .ToListAsync(cancellationToken);
        var taken = leaving.GroupBy(leaves => (leaves.Id, leaves.Credited)).Sum(payment => Math.Min(payment.Sum(leaves => leaves.Asked), payment.Key.Credited));
        var there = await BalanceAsync(db, account, currency, cancellationToken);
        return there with { MinorUnits = Math.Max(0, there.MinorUnits - taken) };
    }

    /// <summary>Adds to it or, negative, takes from it. The same key again changes nothing.</summary>
    internal static async Task PostAsync(
        AccountScope scope, Money amount, CreditCause cause, string businessKey, OrderId? order, CancellationToken cancellationToken)
    {
        await scope.Db.SaveChangesAsync(cancellationToken);
        if (amount.IsZero || await scope.Db.Set<CreditEntry>().AnyAsync(entry => entry.BusinessKey == businessKey, cancellationToken))
        {
            return;
        }

        var account = scope.AccountId;
        var balance = await BalanceAsync(scope.Db, account, amount.Currency, cancellationToken);
        var latest = await scope.Db.Set<CreditEntry>().Where(entry => entry.AccountId == account).MaxAsync(entry => (int?)entry.Sequence, cancellationToken);
        var entry = new CreditEntry
        {
            AccountId = account,
            Id = CreditEntryId.New(scope.Now),
            Sequence = (latest ?? 0) + 1,
            BusinessKey = businessKey,
            Cause = cause,
            Amount = amount,
            BalanceAfterMinorUnits = (balance + amount).MinorUnits,
            OrderId = order,
            At = scope.Now,
        };
        scope.Db.Add(entry);
        scope.Append(new CreditChanged(entry.Id, cause, amount.MinorUnits, amount.Currency.Code));
        await scope.Db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Pays what is due of an order as far as there is credit in its currency; what it pays is a payment like any other.</summary>
    internal async Task<Result<Money>> UseAsync(AccountScope scope, Order order, CancellationToken cancellationToken)
    {
        var state = order.ToDomain().AsOf(scope.Now);
        var credit = await FreeAsync(scope.Db, scope.AccountId, order.Total.Currency, besides: null, cancellationToken);
        var used = CreditRules.Use(credit, state.DueNow);
        if (used.IsZero)
        {
            return used;
        }

        var id = PaymentId.New(scope.Now);
        var key = $"credit:{id.Value:N}";
        var received = await orders.ReceiveAsync(scope, order, used, scope.Now, new FirstPayment(key), cancellationToken);
        if (!received.TryGet(out var taken, out var refusal))
        {
            return refusal;
        }

        scope.Db.Add(new Payment
        {
            AccountId = scope.AccountId,
            Id = id,
            BusinessKey = key,
            OrderId = order.Id,
            SubscriptionId = taken.Subscription?.Id,
            Amount = taken.Applied,
            Method = Method,
            Status = PaymentStatus.Succeeded,
            TermStart = taken.TermStart,
            TermEnd = taken.TermEnd,
            ReceivedAt = scope.Now,
            ChangedAt = scope.Now,
        });
        scope.Append(new PaymentReceived(id, taken.Applied.MinorUnits, taken.Applied.Currency.Code));
        await PostAsync(scope, -taken.Applied, CreditCause.Used, key, order.Id, cancellationToken);
        return taken.Applied;
    }
}
