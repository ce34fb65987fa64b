using Storefront.Domain.Invoices;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;

namespace Storefront.Domain.Houses;

/// <summary>How a house bills what it sells.</summary>
/// <param name="Intervals">The terms that plans are sold for, the usual one first.</param>
/// <param name="AnnualDiscountPercent">What a year costs less than twelve months, 0 to 100 (FLU-02).</param>
/// <param name="OrderValidDays">Days an order can be paid in, from 1.</param>
/// <param name="InvoiceWithinBusinessDays">Business days after the payment in which the invoice is issued, from 1 (FLU-20).</param>
public sealed record BillingPolicy(
    IReadOnlyList<BillingInterval> Intervals, int AnnualDiscountPercent, int OrderValidDays, int InvoiceWithinBusinessDays)
{
    /// <summary>How plans go on that are paid past us; null where none is sold so (FLU-21).</summary>
    public RenewalPolicy? Renewals { get; init; }

    /// <summary>How it writes the numbers of its invoices and credit notes.</summary>
    public InvoiceNumbering Numbering { get; init; } = InvoiceNumbering.Default;
}
