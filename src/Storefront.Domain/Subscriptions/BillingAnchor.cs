using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Plans;

namespace Storefront.Domain.Subscriptions;

/// <summary>
/// The day from which billing periods are counted. Each boundary is that many months after it, clamped to the month's end by itself: from
/// 31 January the periods begin on 28 (or 29) February, 31 March, 30 April.
/// </summary>
public readonly record struct BillingAnchor(LocalDate Date)
{
    /// <summary>The first day of the period of that index, from 0.</summary>
    public LocalDate Boundary(int index) => Date.PlusMonths(index);

    /// <summary>The period of that index, from 0.</summary>
    public DateRun Period(int index) => new(Boundary(index), Boundary(index + 1));

    /// <summary>The index of the period that holds a date; negative before the anchor.</summary>
    public int IndexOf(LocalDate date)
    {
        var index = ((date.Year - Date.Year) * 12) + date.Month - Date.Month;
        return Boundary(index) > date ? index - 1 : index;
    }

    /// <summary>The period that holds a date.</summary>
    public DateRun PeriodOf(LocalDate date) => Period(IndexOf(date));

    /// <summary>How many periods lie between two boundaries; none when the later one is not later.</summary>
    public int PeriodsBetween(LocalDate boundary, LocalDate later) => Math.Max(0, IndexOf(later) - IndexOf(boundary));

    /// <summary>The paid term that begins at a boundary.</summary>
    /// <param name="boundary">The first day of a period.</param>
    /// <param name="interval">Month or year.</param>
    public DateRun TermFrom(LocalDate boundary, BillingInterval interval) => new(boundary, Boundary(IndexOf(boundary) + Months(interval)));

    private static int Months(BillingInterval interval) => interval switch
    {
        BillingInterval.Month => 1,
        BillingInterval.Year => PlanPrice.MonthsPerYear,
        BillingInterval.Once => throw new ArgumentException("What is bought once has no term.", nameof(interval)),
    };
}
