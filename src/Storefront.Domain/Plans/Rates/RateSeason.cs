using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Plans.Rates;

/// <summary>A part of every year in which hours cost more or less (ALF-02).</summary>
/// <param name="Key">Its name for programs, unique in the card.</param>
/// <param name="Name">What customers call it.</param>
/// <param name="From">Its first day.</param>
/// <param name="Through">Its last day, inclusive; before <paramref name="From"/> it lies in the next year.</param>
/// <param name="Percent">Of the base rate, from 1: 200 is double.</param>
public sealed record RateSeason(string Key, LocalizedText Name, AnnualDate From, AnnualDate Through, int Percent)
{
    /// <summary>Whether a day lies in it. 29 February stands for 28 February in years without one.</summary>
    public bool Contains(LocalDate date)
    {
        var (first, last) = (From.InYear(date.Year), Through.InYear(date.Year));
        return first <= last ? first <= date && date <= last : date >= first || date <= last;
    }

    /// <summary>The first day on which it begins after a day.</summary>
    public LocalDate NextStartAfter(LocalDate date) => From.InYear(date.Year) is var start && start > date ? start : From.InYear(date.Year + 1);

    /// <summary>The last day up to a day, that one included, on which it began.</summary>
    public LocalDate FirstDayUpTo(LocalDate date) => From.InYear(date.Year) is var start && start <= date ? start : From.InYear(date.Year - 1);

    /// <summary>Its last day that is not before a day.</summary>
    public LocalDate LastDayFrom(LocalDate date) => Through.InYear(date.Year) is var last && last >= date ? last : Through.InYear(date.Year + 1);

    /// <summary>The rate in it.</summary>
    public Money Of(Money baseRate) => baseRate.MultiplyByFraction(Percent, 100);
}
