using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>What the first paid term of a plan costs: its list price, less that of the plan that was earned and is in force (FEN-02).</summary>
/// <param name="Price">The list price, net, which the following terms cost.</param>
/// <param name="PriceTax">The tax on it.</param>
/// <param name="InsteadOf">The earned plan at its list price; null where none takes anything off.</param>
/// <param name="Net">What is asked for now.</param>
/// <param name="Tax">The tax on that.</param>
public sealed record PurchasePrice(Money Price, Money PriceTax, PlanTerms? InsteadOf, Money Net, Money Tax)
{
    /// <summary>What is taken off, net.</summary>
    public Money Credit => Price - Net;

    /// <summary>The tax that is taken off with it.</summary>
    public Money CreditTax => PriceTax - Tax;

    /// <summary>What is asked for now, tax included.</summary>
    public Money Total => Net + Tax;

    /// <summary>What the following terms cost, tax included.</summary>
    public Money RenewalTotal => Price + PriceTax;

    /// <summary>The list price, in full.</summary>
    public static PurchasePrice Full(Money price, TaxRate tax) => new(price, tax.On(price), null, price, tax.On(price));

    internal static PurchasePrice Difference(Money price, PlanTerms earned, TaxRate tax)
    {
        var net = price - earned.Price;
        return new PurchasePrice(price, tax.On(price), earned, net, tax.On(net));
    }
}
