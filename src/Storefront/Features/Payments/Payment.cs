using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;

namespace Storefront.Features.Payments;

/// <summary>Money that was received or was tried to be.</summary>
public sealed class Payment
{
    public required AccountId AccountId { get; init; }

    public required PaymentId Id { get; init; }

    /// <summary>What the payment is by its nature, such as Stripe's invoice: makes twice the same payment once (COM-05).</summary>
    public required string BusinessKey { get; init; }

    /// <summary>The order it pays; null for a renewal.</summary>
    public OrderId? OrderId { get; init; }

    public SubscriptionId? SubscriptionId { get; set; }

    public required Money Amount { get; init; }

    /// <summary>By the handbook's key: <c>stripe</c>, <c>transfer</c> …</summary>
    public required string Method { get; init; }

    public required PaymentStatus Status { get; set; }

    /// <summary>What it paid for, from the first day.</summary>
    public LocalDate? TermStart { get; set; }

    /// <summary>The day after the last day of what it paid for.</summary>
    public LocalDate? TermEnd { get; set; }

    public string? StripeInvoiceId { get; set; }

    public string? StripePaymentIntentId { get; set; }

    /// <summary>How much of it has gone back, in minor units of its currency; all of it when it is <see cref="PaymentStatus.Refunded"/>.</summary>
    public long RefundedMinorUnits { get; set; }

    /// <summary>How much of it was more than was owed and became the account's credit, in minor units.</summary>
    public long CreditedMinorUnits { get; set; }

    /// <summary>How much of what went back came out of that credit, in minor units.</summary>
    public long CreditReturnedMinorUnits { get; set; }

    /// <summary>When it was begun or first heard of.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>When it came to stand where it stands.</summary>
    public required Instant ChangedAt { get; set; }

    /// <summary>Code of the refusal when it settles nothing, such as another amount than was owed, or of <see cref="PaymentProblems"/>; staff look at it.</summary>
    public string? Problem { get; set; }

    /// <summary>Whether it paid for nothing, and is not the customer's credit either.</summary>
    internal bool SettlesNothing => HasOwnProblem && TermStart is null && CreditedMinorUnits == 0;

    /// <summary>Whether it paid a term at another price than was agreed.</summary>
    internal bool IsWrongAmount => HasOwnProblem && TermStart is not null;

    private bool HasOwnProblem => Problem is not null && !PaymentProblems.OfReturns.Contains(Problem);

    /// <summary>What of it paid for something: all but what became credit.</summary>
    internal Money Settled => Of(Amount.MinorUnits - CreditedMinorUnits);

    internal Money Refunded => Of(RefundedMinorUnits);

    /// <summary>What of its credit did not go back.</summary>
    internal Money Credited => Of(CreditedMinorUnits - CreditReturnedMinorUnits);

    /// <summary>What went back of that which had paid for something; no more than that, whatever else went back.</summary>
    internal Money SettledRefunded => Of(Math.Min(RefundedMinorUnits - CreditReturnedMinorUnits, Amount.MinorUnits - CreditedMinorUnits));

    private Money Of(long minorUnits) => new(minorUnits, Amount.Currency);

    /// <summary>Goes one step by the rule.</summary>
    /// <exception cref="InvalidOperationException">The rule has no such step from here.</exception>
    internal void Step(Func<PaymentState, Result<PaymentState>> step)
    {
        var next = step(new PaymentState(Id, OrderId ?? default, Method, Amount, Status, ChangedAt)).Value;
        (Status, ChangedAt) = (next.Status, next.ChangedAt);
    }
}
