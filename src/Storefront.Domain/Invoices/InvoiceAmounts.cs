using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Invoices;

/// <summary>What a document is of. Net and tax are the total, to the minor unit.</summary>
/// <param name="Net">Without tax.</param>
/// <param name="Tax">The tax.</param>
public readonly record struct InvoiceAmounts(Money Net, Money Tax)
{
    /// <summary>Both.</summary>
    public Money Total => Net + Tax;

    /// <summary>What a payment is of that nothing else splits: the tax that is in it at that rate, rounded once.</summary>
    /// <param name="total">Tax included.</param>
    /// <param name="rate">The rate that was added to the net price.</param>
    public static InvoiceAmounts Of(Money total, TaxRate rate)
    {
        var net = total.MultiplyByFraction(TaxRate.BasisPointsOfWhole, TaxRate.BasisPointsOfWhole + rate.BasisPoints);
        return new InvoiceAmounts(net, total - net);
    }

    public static InvoiceAmounts operator +(InvoiceAmounts left, InvoiceAmounts right) => new(left.Net + right.Net, left.Tax + right.Tax);

    public static InvoiceAmounts operator -(InvoiceAmounts left, InvoiceAmounts right) => new(left.Net - right.Net, left.Tax - right.Tax);

    public static InvoiceAmounts Add(InvoiceAmounts left, InvoiceAmounts right) => left + right;

    public static InvoiceAmounts Subtract(InvoiceAmounts left, InvoiceAmounts right) => left - right;

    /// <summary>
    /// What another payment of this order is of: it takes the rest of what the documents that stand leave open, so that all of them together are the
    /// order's share of what was kept, and of an order that is paid the order's own net and tax, whatever went back and was paid again before.
    /// </summary>
    /// <param name="standing">The order's invoices less their credit notes.</param>
    /// <param name="amount">What was paid, tax included; no more than is open.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or more than is open.</exception>
    public InvoiceAmounts Next(InvoiceAmounts standing, Money amount) =>
        (this - standing).Take(amount, NetOf(standing.Total + amount) - standing.Net);

    /// <summary>
    /// What a credit note takes back of an invoice of this order: as near to the order's share of what is kept as the invoice's own rest leaves room
    /// for. Credit notes over all of an invoice are the invoice, to the unit.
    /// </summary>
    /// <param name="standing">The order's invoices less their credit notes.</param>
    /// <param name="invoice">What of the invoice is on no credit note yet.</param>
    /// <param name="amount">What went back, tax included; no more than that.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or more than is left of the invoice.</exception>
    public InvoiceAmounts Back(InvoiceAmounts standing, InvoiceAmounts invoice, Money amount) =>
        invoice.Take(amount, standing.Net - NetOf(standing.Total - amount));

    private Money NetOf(Money part) => Total.IsZero ? Net : Net.MultiplyByFraction(part.MinorUnits, Total.MinorUnits);

    /// <summary>So much of this, with that net as far as neither net nor tax falls below nothing, in what is taken as in what is left.</summary>
    private InvoiceAmounts Take(Money amount, Money net)
    {
        if (amount.IsNegative || amount > Total)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), $"{amount} cannot be taken from {Total}.");
        }

        var (least, most) = (Math.Max(0, amount.MinorUnits - Tax.MinorUnits), Math.Min(amount.MinorUnits, Net.MinorUnits));
        var taken = net with { MinorUnits = Math.Max(Math.Min(net.MinorUnits, most), least) };
        return new InvoiceAmounts(taken, amount - taken);
    }
}
