using Storefront.Domain.Shared;

namespace Storefront.Domain.Plans;

/// <summary>What a plan costs for one paid term.</summary>
/// <param name="Interval">The term.</param>
/// <param name="Amount">The net amount for the whole term.</param>
/// <param name="Tax">The tax on it, rounded once for the line.</param>
/// <param name="DiscountPercent">How much less it is than the same time by the month, whole percents rounded down; 0 for a month.</param>
public sealed record PlanPrice(BillingInterval Interval, Money Amount, Money Tax, int DiscountPercent)
{
    public const int MonthsPerYear = 12;

    /// <summary>What is paid: the amount and its tax.</summary>
    public Money Total => Amount + Tax;

    /// <summary>The net amount for a month of the term, halves rounded up; the amount itself for a month or a single purchase.</summary>
    public Money MonthlyEquivalent => Interval == BillingInterval.Year ? Amount.MultiplyByFraction(1, MonthsPerYear) : Amount;

    /// <summary>The price of one month.</summary>
    public static PlanPrice Monthly(Money amount, TaxRate tax) => new(BillingInterval.Month, amount, tax.On(amount), 0);

    /// <summary>The price of something bought once.</summary>
    public static PlanPrice Once(Money amount, TaxRate tax) => new(BillingInterval.Once, amount, tax.On(amount), 0);

    /// <summary>FLU-02: twelve months less <paramref name="discountPercent"/>, rounded half up to the currency's minor unit.</summary>
    /// <param name="monthly">The net amount of one month.</param>
    /// <param name="discountPercent">0 to 100.</param>
    /// <param name="tax">The tax on the line.</param>
    public static PlanPrice Annual(Money monthly, int discountPercent, TaxRate tax)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(discountPercent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(discountPercent, 100);
        var amount = (monthly * MonthsPerYear).MultiplyByFraction(100 - discountPercent, 100);
        return new(BillingInterval.Year, amount, tax.On(amount), monthly.IsZero ? 0 : discountPercent);
    }

    /// <summary>An annual price that the house set itself; its discount is what it comes to.</summary>
    /// <param name="annual">The net amount of the year, at most that of twelve months.</param>
    /// <param name="monthly">The net amount of one month.</param>
    /// <param name="tax">The tax on the line.</param>
    public static PlanPrice AnnualOf(Money annual, Money monthly, TaxRate tax)
    {
        var twelve = monthly * MonthsPerYear;
        if (annual > twelve)
        {
            throw new ArgumentException($"A year at {annual} costs more than twelve months at {monthly}.", nameof(annual));
        }

        var discount = twelve.IsZero ? 0 : (int)((Int128)(twelve - annual).MinorUnits * 100 / twelve.MinorUnits);
        return new(BillingInterval.Year, annual, tax.On(annual), discount);
    }
}
