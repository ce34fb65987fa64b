using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Features.Checkout;

/// <summary>What an account asked to buy, at the price it was shown; stays payable until it is paid, expires or is withdrawn.</summary>
public sealed class Order
{
    // Stripe's bounds are thirty minutes and a day; a minute is left for clocks that differ.
    private static readonly Duration ShortestPage = Duration.FromMinutes(31);
    private static readonly Duration LongestPage = Duration.FromHours(24) - Duration.FromMinutes(1);

    public required AccountId AccountId { get; init; }

    public required OrderId Id { get; init; }

    /// <summary>What people quote when they pay or ask; unique in the house.</summary>
    public required string Reference { get; init; }

    public required string PlanKey { get; init; }

    public required BillingInterval Interval { get; init; }

    /// <summary>Hash of the handbook whose price it has.</summary>
    public required string HandbookVersion { get; init; }

    public required Money Net { get; init; }

    public required Money Tax { get; init; }

    public required Money Total { get; init; }

    /// <summary>The change of plan that it pays; null for what is no upgrade (FEN-04).</summary>
    public PlanChangeId? ChangeId { get; init; }

    /// <summary>Whether it is for work beyond the included hours (FEN-12).</summary>
    public bool IsOverage { get; init; }

    public OrderPurpose Purpose => IsOverage ? OrderPurpose.Overage : ChangeId is not null ? OrderPurpose.Upgrade : OrderPurpose.Plan;

    /// <summary>The plan that had been earned and whose list price was taken off (FEN-02); null where nothing was.</summary>
    public string? EarnedPlanKey { get; init; }

    /// <summary>What was taken off the net price, in minor units.</summary>
    public long CreditMinorUnits { get; init; }

    /// <summary>What was taken off the tax, in minor units.</summary>
    public long CreditTaxMinorUnits { get; init; }

    /// <summary>The list price, net, which the terms after the first cost.</summary>
    public Money Price => Net + new Money(CreditMinorUnits, Net.Currency);

    /// <summary>The tax on the list price.</summary>
    public Money PriceTax => Tax + new Money(CreditTaxMinorUnits, Tax.Currency);

    /// <summary>What is taken off in all, tax included; zero where nothing is.</summary>
    public Money CreditTotal => Price + PriceTax - Total;

    /// <summary>By the handbook's key: <c>stripe</c>, <c>transfer</c> …</summary>
    public required string PaymentMethod { get; init; }

    public required OrderStatus Status { get; set; }

    public string? StripeSessionId { get; set; }

    /// <summary>Where it can be paid; null when that is over or was never so.</summary>
    public string? CheckoutUrl { get; set; }

    /// <summary>How often a payment page was asked for: part of the key under which Stripe is called.</summary>
    public int CheckoutAttempts { get; set; }

    /// <summary>Until when the latest payment page can be used, exclusive.</summary>
    public Instant? CheckoutExpiresAt { get; set; }

    /// <summary>Why the last payment failed, as Stripe's code; null when none has.</summary>
    public string? DeclineCode { get; set; }

    public required UserId OrderedBy { get; init; }

    public required Instant OrderedAt { get; init; }

    /// <summary>From when on it cannot be paid, exclusive; null when it never expires.</summary>
    public Instant? ExpiresAt { get; set; }

    /// <summary>When it was paid, expired or was canceled; null while it awaits its payment.</summary>
    public Instant? SettledAt { get; set; }

    /// <summary>What it became.</summary>
    public SubscriptionId? SubscriptionId { get; set; }

    /// <summary>Whether the attempt that was recorded last, and whose answer nobody kept, can be made again as it was.</summary>
    public bool CanRepeatAttempt(Instant now) => CheckoutAttempts > 0 && CheckoutExpiresAt > now + ShortestPage;

    /// <summary>
    /// Puts down that another payment page is about to be asked for. It is open for a day at most, and no longer than the order is valid;
    /// an order about to expire lasts as long as its page does, because a payment page lives for at least half an hour.
    /// </summary>
    public void BeginAttempt(Instant now)
    {
        var latest = now + LongestPage;
        var until = ExpiresAt is { } end && end < latest ? Instant.Max(end, now + ShortestPage + Duration.FromMinutes(1)) : latest;
        (StripeSessionId, CheckoutUrl) = (null, null);
        CheckoutAttempts++;
        CheckoutExpiresAt = until;
        ExpiresAt = ExpiresAt is { } expires ? Instant.Max(expires, until) : null;
    }

    /// <summary>The order as the rules know it.</summary>
    public OrderState ToDomain() => new(Id, Status, Total, OrderedAt, ExpiresAt, SettledAt);

    /// <summary>Takes over what rules made of it. One that is settled has no payment page any more.</summary>
    public void Update(OrderState order)
    {
        (Status, SettledAt) = (order.Status, order.SettledAt);
        if (Status != OrderStatus.AwaitingPayment)
        {
            CheckoutUrl = null;
        }
    }
}
