using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Store;

namespace Storefront.Features.Payments.Notices;

/// <summary>Puts down, in the account's transaction, that money of a payment went back; the order owes as much again where the rule says so.</summary>
public sealed class ReturnedMoney(OrderSettlement orders)
{
    internal const string Operation = "payment.return";

    internal async Task<Result<Done>> RecordAsync(AccountScope scope, PaymentId id, Money amount, CancellationToken cancellationToken)
    {
        if (await scope.Db.Set<Payment>().SingleOrDefaultAsync(row => row.AccountId == scope.AccountId && row.Id == id, cancellationToken) is not { } payment)
        {
            return new NotFound("payment");
        }

        if (amount.Currency != payment.Amount.Currency)
        {
            return new NoticeCurrencyDiffers(payment.Amount.Currency.Code);
        }

        var refunded = new Money(payment.RefundedMinorUnits, amount.Currency) + amount;
        if (!amount.IsPositive || refunded > payment.Amount || payment.Status != Domain.Orders.PaymentStatus.Succeeded)
        {
            return new NoticeAmountNotValid();
        }

        payment.RefundedMinorUnits = refunded.MinorUnits;
        if (refunded == payment.Amount)
        {
            payment.Step(state => state.Refund(scope.Now));
            scope.Append(new PaymentRefunded(payment.Id));
        }
        else
        {
            scope.Append(new PaymentPartlyRefunded(payment.Id, refunded.MinorUnits, refunded.Currency.Code));
        }

        if (payment.OrderId is { } orderId)
        {
            var order = await scope.Db.Set<Order>().SingleAsync(row => row.AccountId == scope.AccountId && row.Id == orderId, cancellationToken);
            await orders.TakeBackAsync(scope, order, amount, cancellationToken);
        }

        return Done.Value;
    }
}
