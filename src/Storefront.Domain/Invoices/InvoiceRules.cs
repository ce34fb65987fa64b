using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Invoices;

/// <summary>When money that came or went is put on paper (FLU-20).</summary>
public static class InvoiceRules
{
    /// <summary>
    /// Whether money that came needs an invoice: nothing needs none, and what settles nothing goes back without ever having been a sale.
    /// </summary>
    public static bool IsOwed(Money amount, bool settlesSomething) => amount.IsPositive && settlesSomething;

    /// <summary>The last day to issue it: that many business days after the day of the payment, which does not count (FLU-20).</summary>
    /// <param name="paidAt">When it was paid.</param>
    /// <param name="calendar">The house's.</param>
    /// <param name="businessDays">From 1.</param>
    public static LocalDate DueOn(Instant paidAt, BusinessCalendar calendar, int businessDays) =>
        calendar.AddBusinessDays(calendar.DateOf(paidAt), businessDays);

    /// <summary>Whether its last day has passed.</summary>
    public static bool IsOverdue(LocalDate dueOn, LocalDate today) => today > dueOn;

    /// <summary>What of a payment that went back is on no credit note yet; null where all is.</summary>
    /// <param name="refunded">What went back in all.</param>
    /// <param name="credited">What is on credit notes.</param>
    public static Money? Uncredited(Money refunded, Money credited) => refunded > credited ? refunded - credited : null;

    /// <summary>Whether it can be issued now: once, and a credit note only for an invoice that was.</summary>
    /// <param name="number">Its number; null before it was issued.</param>
    /// <param name="correctsIssued">Whether what it corrects was issued; true for what corrects nothing.</param>
    public static Result<Done> EnsureIssuable(long? number, bool correctsIssued) =>
        number is { } known ? new InvoiceAlreadyIssued(known)
        : correctsIssued ? Done.Value
        : new InvoiceFirst();
}
