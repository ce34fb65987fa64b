using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;

namespace Storefront.Features.Payments.Billing;

/// <summary>Everything that an account sees of its money.</summary>
/// <param name="Payments">The latest first.</param>
/// <param name="Invoices">The latest first; null when Stripe could not be asked.</param>
/// <param name="Card">What renewals are charged to; null without one.</param>
/// <param name="Dunning">What is overdue; null when nothing is.</param>
/// <param name="HasCustomer">Whether there is anything at Stripe to look after.</param>
public sealed record BillingView(
    IReadOnlyList<PaymentView> Payments, IReadOnlyList<InvoiceView>? Invoices, CardView? Card, DunningView? Dunning, bool HasCustomer);

/// <summary>A payment as its account sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Amount">Tax included.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Method">By the handbook's key.</param>
/// <param name="ReceivedAt">When it was first heard of.</param>
/// <param name="TermStart">The first day that it paid for; null when it paid for none.</param>
/// <param name="TermEnd">The day after the last.</param>
/// <param name="OrderReference">The order that it paid; null for a renewal.</param>
/// <param name="HasProblem">Whether it settles nothing; staff see to it.</param>
/// <param name="IsWrongAmount">Whether it paid a term at another price than was agreed; staff see to it.</param>
/// <param name="Refunded">How much of it went back; nothing, a part or all.</param>
public sealed record PaymentView(
    PaymentId Id,
    Money Amount,
    PaymentStatus Status,
    string Method,
    Instant ReceivedAt,
    LocalDate? TermStart,
    LocalDate? TermEnd,
    string? OrderReference,
    bool HasProblem,
    bool IsWrongAmount,
    Money Refunded)
{
    /// <summary>Whether it paid for work of its own, a package or a quote, and not for a plan.</summary>
    public bool IsForWork { get; init; }
}

/// <summary>An invoice as Stripe has it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="Net">Without tax.</param>
/// <param name="Tax">The tax.</param>
/// <param name="Total">Both.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Page">Where it can be read and, if open, paid; null where the address is not Stripe's.</param>
public sealed record InvoiceView(string Number, Instant IssuedAt, Money Net, Money Tax, Money Total, InvoiceStatus Status, Uri? Page);

/// <summary>Where an invoice stands.</summary>
public enum InvoiceStatus
{
    /// <summary>To be paid.</summary>
    Open,

    /// <summary>Nothing is owed any more.</summary>
    Paid,

    /// <summary>Given up.</summary>
    Uncollectible,

    /// <summary>Taken back; nothing is owed.</summary>
    Void,
}

/// <summary>What may be shown of a card.</summary>
/// <param name="Brand">Such as <c>visa</c>.</param>
/// <param name="Last4">The last four digits.</param>
/// <param name="ExpiresInMonth">1 to 12.</param>
/// <param name="ExpiresInYear">Four digits.</param>
public sealed record CardView(string Brand, string Last4, int ExpiresInMonth, int ExpiresInYear);

/// <summary>A renewal that is not paid, and what happens when.</summary>
/// <param name="Owed">What is to be paid; null when Stripe could not be asked.</param>
/// <param name="NextAttempt">When the card is tried again; null when it will not be.</param>
/// <param name="HoursUntil">Up to when hours can still be used.</param>
/// <param name="HaveHoursStopped">Whether that has passed.</param>
/// <param name="PayPage">Where it can be paid now.</param>
public sealed record DunningView(Money? Owed, Instant? NextAttempt, Instant HoursUntil, bool HaveHoursStopped, Uri? PayPage);
