using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Orders;

/// <summary>
/// The state of an order as its payment sees it. Legal steps: awaiting payment → paid, expired or canceled; expired → paid, when the payment
/// was made in time and only the news of it came late (COM-05). Paid and canceled are final.
/// </summary>
/// <param name="Id">The order.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Total">What has to be paid, tax included; 0 or more. An order of nothing is paid with nothing, the same way.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="ExpiresAt">From when on it cannot be paid, exclusive; null when it never expires.</param>
/// <param name="SettledAt">When it was paid, expired or was canceled; null while it awaits its payment.</param>
public sealed record OrderState(OrderId Id, OrderStatus Status, Money Total, Instant PlacedAt, Instant? ExpiresAt, Instant? SettledAt)
{
    /// <summary>A new order that awaits its payment.</summary>
    /// <exception cref="ArgumentException">The total is negative, or it would expire before it is placed.</exception>
    public static OrderState Place(OrderId id, Money total, Instant now, Instant? expiresAt)
    {
        if (total.IsNegative)
        {
            throw new ArgumentException($"An order of {total} cannot be placed.", nameof(total));
        }

        if (expiresAt <= now)
        {
            throw new ArgumentException("An order expires after it is placed.", nameof(expiresAt));
        }

        return new OrderState(id, OrderStatus.AwaitingPayment, total, now, expiresAt, SettledAt: null);
    }

    /// <summary>Whether a payment could be made now; otherwise the refusal says why not.</summary>
    public Result<Done> EnsurePayable(Instant now) => Status switch
    {
        OrderStatus.AwaitingPayment when ExpiresAt <= now => new OrderExpired(Id, ExpiresAt.Value),
        OrderStatus.AwaitingPayment => Done.Value,
        OrderStatus.Paid => new OrderAlreadyPaid(Id, SettledAt),
        OrderStatus.Expired => new OrderExpired(Id, ExpiresAt ?? SettledAt ?? PlacedAt),
        OrderStatus.Canceled => new OrderCanceled(Id, SettledAt),
    };

    /// <summary>
    /// The order paid with that payment. Amount and currency must be the order's own, to the minor unit. What counts is when the payment was
    /// made, not when it became known.
    /// </summary>
    /// <param name="payment">What was paid.</param>
    /// <param name="paidAt">When it was paid.</param>
    public Result<OrderState> Pay(Money payment, Instant paidAt)
    {
        var payable = Status == OrderStatus.Expired && ExpiresAt > paidAt
            ? Done.Value
            : EnsurePayable(paidAt);
        if (payable.Refusal is { } refusal)
        {
            return refusal;
        }

        if (payment.Currency != Total.Currency)
        {
            return new PaymentCurrencyMismatch(Id, Total, payment);
        }

        if (payment != Total)
        {
            return new PaymentAmountMismatch(Id, Total, payment);
        }

        return this with { Status = OrderStatus.Paid, SettledAt = paidAt };
    }

    /// <summary>The order withdrawn, which only one that awaits its payment can be.</summary>
    public Result<OrderState> Cancel(Instant now) => Status switch
    {
        OrderStatus.AwaitingPayment => this with { Status = OrderStatus.Canceled, SettledAt = now },
        OrderStatus.Paid => new OrderAlreadyPaid(Id, SettledAt),
        OrderStatus.Expired => new OrderExpired(Id, ExpiresAt ?? PlacedAt),
        OrderStatus.Canceled => new OrderCanceled(Id, SettledAt),
    };

    /// <summary>The order as it stands at that instant: expired when its time has passed unpaid, otherwise unchanged (COM-07).</summary>
    public OrderState AsOf(Instant now) => Status == OrderStatus.AwaitingPayment && ExpiresAt <= now
        ? this with { Status = OrderStatus.Expired, SettledAt = ExpiresAt }
        : this;
}
