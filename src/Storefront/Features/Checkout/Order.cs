using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Features.Checkout;

/// <summary>What an account asked to buy, at the price it was shown; stays payable until it is paid, expires or is withdrawn.</summary>
public sealed class Order
{
    // Stripe's bounds are thirty minutes and a day; a minute is left for clocks that differ.
    private static readonly Duration ShortestPage = Duration.FromMinutes(31);
    private static readonly Duration LongestPage = Duration.FromHours(24) - Duration.FromMinutes(1);

    // The column, empty where there is no plan: that it must be there could be dropped on SQLite only by rewriting the table, outside a transaction.
    private readonly string planKey = "";

    public required AccountId AccountId { get; init; }

    public required OrderId Id { get; init; }

    /// <summary>What people quote when they pay or ask; unique in the house.</summary>
    public required string Reference { get; init; }

    /// <summary>The plan, or the one whose rates an overage has; null for what has nothing to do with plans.</summary>
    public string? PlanKey
    {
        get => planKey.Length == 0 ? null : planKey;
        init => planKey = value ?? "";
    }

    /// <summary>The package that is bought once and becomes a project (TEC-01); null for anything else.</summary>
    public string? PackageKey { get; init; }

    /// <summary>The package's design that was chosen (TEC-06).</summary>
    public string? DesignKey { get; init; }

    /// <summary>The platform that the package is built on.</summary>
    public string? PlatformKey { get; init; }

    /// <summary>The ticket's quote whose price it asks for (ALF-08); null for anything else.</summary>
    public QuoteId? QuoteId { get; init; }

    /// <summary>The number of the quote's ticket; null without a quote.</summary>
    public int? TicketNumber { get; init; }

    /// <summary>The number of the project whose extra work it pays (TEC-08, SEN-05); null for anything else.</summary>
    public int? ExtraProjectNumber { get; init; }

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

    /// <summary>The day on which it is due, the first of the term that it renews; null for what is no renewal (FLU-21).</summary>
    public LocalDate? RenewalDueOn { get; init; }

    /// <summary>What a renewal is for, line by line; null for what is none.</summary>
    public OrderLines? RenewalLines { get; init; }

    /// <summary>Whether a renewal buys a term; otherwise it is for upgrades' adjustments alone.</summary>
    public bool BuysTerm => RenewalLines?.Items.Any(line => line.Kind == ChangeLineKind.Renewal) == true;

    public OrderPurpose Purpose => IsOverage ? OrderPurpose.Overage
        : RenewalDueOn is not null ? OrderPurpose.Renewal
        : ChangeId is not null ? OrderPurpose.Upgrade
        : PackageKey is not null ? OrderPurpose.Package
        : QuoteId is not null ? OrderPurpose.Quote
        : OrderPurpose.Plan;

    /// <summary>
    /// Whether it is for work that was done, or may be, or for a plan that runs: it is paid, not withdrawn, however long it takes (FEN-12, FLU-21).
    /// </summary>
    public bool IsOwed => IsOverage || RenewalDueOn is not null || (QuoteId is not null && ExpiresAt is null);

    /// <summary>What of the total is due with the order, in minor units; null for all of it (SEN-10).</summary>
    public long? DueWithOrderMinorUnits { get; init; }

    /// <summary>What came so far, in minor units. An order from before this was counted has nothing here although it is paid: ask <see cref="ToDomain"/>.</summary>
    public long PaidMinorUnits { get; set; }

    /// <summary>When all came that was due with the order, by when it was paid; null while it did not.</summary>
    public Instant? CoveredAt { get; set; }

    /// <summary>When the rest was asked for; null where there is none, or it was not yet.</summary>
    public Instant? BalanceDueAt { get; set; }

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
    public required string PaymentMethod { get; set; }

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
    public OrderState ToDomain() => new(
        Id,
        Status,
        Total,
        OrderedAt,
        ExpiresAt,
        SettledAt,
        new Money(DueWithOrderMinorUnits ?? Total.MinorUnits, Total.Currency),
        Status == OrderStatus.Paid ? Total : new Money(PaidMinorUnits, Total.Currency),
        BalanceDueAt);

    /// <summary>
    /// An amount of the order as net and tax, in the proportion of the whole: the last amount takes what roundings left, so that all of them
    /// are the order's own net and tax to the minor unit.
    /// </summary>
    /// <param name="amount">What is paid, tax included.</param>
    /// <param name="before">What was paid before it.</param>
    public (Money Net, Money Tax) SplitOf(Money amount, Money before)
    {
        if (Total.IsZero)
        {
            return (Net, Tax);
        }

        var tax = TaxUpTo(before + amount) - TaxUpTo(before);
        return (amount - tax, tax);
    }

    private Money TaxUpTo(Money sum) => Tax.MultiplyByFraction(sum.MinorUnits, Total.MinorUnits);

    /// <summary>Takes over what rules made of it. One that is settled, or of which another amount is due, has no payment page any more.</summary>
    public void Update(OrderState order)
    {
        var hasMoved = order.Paid != ToDomain().Paid;
        (Status, SettledAt, ExpiresAt) = (order.Status, order.SettledAt, order.ExpiresAt);
        (PaidMinorUnits, BalanceDueAt) = (order.Paid.MinorUnits, order.BalanceDueAt);
        if (Status != OrderStatus.AwaitingPayment || hasMoved)
        {
            CheckoutUrl = null;
        }
    }
}
