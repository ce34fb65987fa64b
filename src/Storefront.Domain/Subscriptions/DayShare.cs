using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>A share in whole days; the whole is 1 of 1.</summary>
/// <param name="Days">From 0 to <paramref name="OfDays"/>.</param>
/// <param name="OfDays">Greater than zero.</param>
public readonly record struct DayShare(int Days, int OfDays)
{
    public static DayShare Whole => new(1, 1);

    /// <summary>That share of an amount, rounded once, halves up.</summary>
    public Money Of(Money amount) => amount.MultiplyByFraction(Days, OfDays);

    /// <summary>That share of minutes, rounded down.</summary>
    public int Of(int minutes) => (int)((long)minutes * Days / OfDays);
}
