using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Orders;

/// <summary>
/// The state of an order as its payments see it. Legal steps: awaiting payment → paid, expired or canceled; expired → paid, when the payment
/// was made in time and only the news of it came late (COM-05); expired → awaiting payment, when it is opened again for money that came too
/// late; paid → awaiting payment, when money went back; paid or awaiting payment → refunded, when the house gave all of it back. Canceled and
/// refunded are final.
/// It can be paid in parts (SEN-10), by any number of payments, which add up; once any came it does not expire.
/// </summary>
/// <param name="Id">The order.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Total">What has to be paid, tax included; 0 or more. An order of nothing is paid with nothing, the same way.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="ExpiresAt">From when on it cannot be paid, exclusive; null when it never expires.</param>
/// <param name="SettledAt">When it was paid in full, expired or was canceled; null while it awaits its payment.</param>
/// <param name="DueWithOrder">What of the total is due with the order, 0 to the total: all of it where there are no parts.</param>
/// <param name="Paid">What came so far, 0 to the total.</param>
/// <param name="BalanceDueAt">When the rest was asked for; null where there is none or it was not yet.</param>
public sealed record OrderState(
    OrderId Id,
    OrderStatus Status,
    Money Total,
    Instant PlacedAt,
    Instant? ExpiresAt,
    Instant? SettledAt,
    Money DueWithOrder,
    Money Paid,
    Instant? BalanceDueAt)
{
    /// <summary>What is still to be paid in all, now or later.</summary>
    public Money Left => Total - Paid;

    /// <summary>Whether what is due with the order came, so that the work can begin.</summary>
    public bool IsCovered => Paid >= DueWithOrder;

    /// <summary>What can be paid now: of an order in parts first the one, and the rest when it is asked for. Zero for one that waits for nothing.</summary>
    public Money DueNow => Status != OrderStatus.AwaitingPayment ? Money.Zero(Total.Currency)
        : BalanceDueAt is not null ? Left
        : IsCovered ? Money.Zero(Total.Currency)
        : DueWithOrder - Paid;

    /// <summary>A new order that awaits its payment.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="total">What has to be paid, tax included.</param>
    /// <param name="now">Now.</param>
    /// <param name="expiresAt">From when on it cannot be paid, exclusive; null when it never expires.</param>
    /// <param name="dueWithOrder">What is due with the order; null for all of it.</param>
    /// <exception cref="ArgumentException">The total is negative, the part is no part of it, or it would expire before it is placed.</exception>
    public static OrderState Place(OrderId id, Money total, Instant now, Instant? expiresAt, Money? dueWithOrder = null)
    {
        if (total.IsNegative)
        {
            throw new ArgumentException($"An order of {total} cannot be placed.", nameof(total));
        }

        if (expiresAt <= now)
        {
            throw new ArgumentException("An order expires after it is placed.", nameof(expiresAt));
        }

        if (dueWithOrder is { } part && (part.IsNegative || part > total))
        {
            throw new ArgumentException($"{part} is no part of {total}.", nameof(dueWithOrder));
        }

        return new OrderState(
            id, OrderStatus.AwaitingPayment, total, now, expiresAt, SettledAt: null, dueWithOrder ?? total, Money.Zero(total.Currency), BalanceDueAt: null);
    }

    /// <summary>Whether a payment could be made now; otherwise the refusal says why not.</summary>
    public Result<Done> EnsurePayable(Instant now) => Status switch
    {
        OrderStatus.AwaitingPayment when Paid.IsZero && ExpiresAt <= now => new OrderExpired(Id, ExpiresAt.Value),
        OrderStatus.AwaitingPayment => Done.Value,
        OrderStatus.Paid => new OrderAlreadyPaid(Id, SettledAt),
        OrderStatus.Expired => new OrderExpired(Id, ExpiresAt ?? SettledAt ?? PlacedAt),
        OrderStatus.Canceled => new OrderCanceled(Id, SettledAt),
        OrderStatus.Refunded => new OrderRefunded(Id, SettledAt),
    };

    /// <summary>
    /// The order paid with that payment alone. Amount and currency must be the order's own, to the minor unit. What counts is when the payment
    /// was made, not when it became known.
    /// </summary>
    /// <param name="payment">What was paid.</param>
    /// <param name="paidAt">When it was paid.</param>
    public Result<OrderState> Pay(Money payment, Instant paidAt)
    {
        if (!EnsureTakes(payment, paidAt).TryGet(out _, out var refusal))
        {
            return refusal;
        }

        return payment == Total ? this with { Status = OrderStatus.Paid, SettledAt = paidAt, Paid = Total } : new PaymentAmountMismatch(Id, Total, payment);
    }

    /// <summary>
    /// The order with another payment, of whatever amount: it adds to what came before, and with the last of it the order is paid. What is
    /// more than was owed is the customer's, and given back to the caller to keep. What counts is when the payment was made.
    /// </summary>
    /// <param name="payment">What came, tax included; nothing only for an order of nothing.</param>
    /// <param name="paidAt">When it was paid.</param>
    public Result<OrderReceipt> Receive(Money payment, Instant paidAt)
    {
        if (!EnsureTakes(payment, paidAt).TryGet(out _, out var refusal))
        {
            return refusal;
        }

        if (payment.IsNegative || (payment.IsZero && !Left.IsZero))
        {
            return new PaymentAmountMismatch(Id, Left, payment);
        }

        var applied = payment < Left ? payment : Left;
        var paid = Paid + applied;
        var after = paid == Total
            ? this with { Status = OrderStatus.Paid, SettledAt = paidAt, Paid = paid }
            : this with { Status = OrderStatus.AwaitingPayment, SettledAt = null, ExpiresAt = null, Paid = paid };
        return new OrderReceipt(after, applied, payment - applied, after.IsCovered && (!IsCovered || Total.IsZero));
    }

    /// <summary>The order after money that came for it went back: so much is owed again, and it does not expire.</summary>
    /// <param name="amount">What went back, more than nothing; what is beyond what came is none of the order's.</param>
    public OrderState TakeBack(Money amount)
    {
        var gone = amount < Paid ? amount : Paid;
        return gone.IsPositive && Status is OrderStatus.Paid or OrderStatus.AwaitingPayment
            ? this with { Status = OrderStatus.AwaitingPayment, SettledAt = null, ExpiresAt = null, Paid = Paid - gone }
            : this;
    }

    /// <summary>
    /// The order after the house gave money back of its own accord: a part is owed again, and one of which all went back has ended and is
    /// nobody's debt, whatever was delivered for it.
    /// </summary>
    /// <param name="amount">What went back, more than nothing; what is beyond what came is none of the order's.</param>
    /// <param name="now">Now.</param>
    public OrderState GiveBack(Money amount, Instant now)
    {
        var after = TakeBack(amount);
        return after != this && after.Paid.IsZero ? after with { Status = OrderStatus.Refunded, SettledAt = now } : after;
    }

    /// <summary>An order that expired, open again because money came for it after all; from now on it does not expire. Any other is as it was.</summary>
    public OrderState Reopen() => Status == OrderStatus.Expired
        ? this with { Status = OrderStatus.AwaitingPayment, SettledAt = null, ExpiresAt = null }
        : this;

    /// <summary>The order with the rest asked for. It changes nothing where nothing is left, or where it was asked for before.</summary>
    public OrderState AskBalance(Instant now) => Status == OrderStatus.AwaitingPayment && BalanceDueAt is null && DueWithOrder < Total && Left.IsPositive
        ? this with { BalanceDueAt = now }
        : this;

    /// <summary>The order withdrawn, which only one that awaits its first payment can be.</summary>
    public Result<OrderState> Cancel(Instant now) => Status switch
    {
        OrderStatus.AwaitingPayment when Paid.IsPositive => new OrderPartlyPaid(Id, Paid),
        OrderStatus.AwaitingPayment => this with { Status = OrderStatus.Canceled, SettledAt = now },
        OrderStatus.Paid => new OrderAlreadyPaid(Id, SettledAt),
        OrderStatus.Expired => new OrderExpired(Id, ExpiresAt ?? PlacedAt),
        OrderStatus.Canceled => new OrderCanceled(Id, SettledAt),
        OrderStatus.Refunded => new OrderRefunded(Id, SettledAt),
    };

    /// <summary>The order as it stands at that instant: expired when its time has passed unpaid, otherwise unchanged (COM-07).</summary>
    public OrderState AsOf(Instant now) => Status == OrderStatus.AwaitingPayment && Paid.IsZero && ExpiresAt <= now
        ? this with { Status = OrderStatus.Expired, SettledAt = ExpiresAt }
        : this;

    private Result<Done> EnsureTakes(Money payment, Instant paidAt)
    {
        var payable = Status == OrderStatus.Expired && ExpiresAt > paidAt ? Done.Value : EnsurePayable(paidAt);
        return payable.Refusal is { } refusal ? refusal
            : payment.Currency != Total.Currency ? new PaymentCurrencyMismatch(Id, Total, payment)
            : Done.Value;
    }
}
