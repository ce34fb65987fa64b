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

    /// <summary>
    /// The share of this that lies between two amounts of its total: a payment of a part of an order, or a refund of a part of an invoice. Shares that
    /// follow one another up to the total add up to this exactly, however many there are.
    /// </summary>
    /// <param name="from">Where it begins, from nothing.</param>
    /// <param name="to">Where it ends, up to the total.</param>
    /// <exception cref="ArgumentOutOfRangeException">They are no stretch of the total.</exception>
    public InvoiceAmounts Between(Money from, Money to)
    {
        var total = Total;
        if (from.IsNegative || to < from || to > total)
        {
            throw new ArgumentOutOfRangeException(nameof(to), $"From {from} to {to} is no stretch of {total}.");
        }

        if (total.IsZero)
        {
            return this;
        }

        var net = Net.MultiplyByFraction(to.MinorUnits, total.MinorUnits) - Net.MultiplyByFraction(from.MinorUnits, total.MinorUnits);
        return new InvoiceAmounts(net, to - from - net);
    }
}
