using System.Collections.Immutable;
using NodaTime;

namespace Storefront.Domain.Subscriptions;

/// <summary>What happens around a payment that nobody makes by itself, known as soon as the day is on which it is due.</summary>
/// <param name="OrderOn">The day on which the order is sent.</param>
/// <param name="DueOn">The first day of the term that it pays.</param>
/// <param name="Reminders">The days on which who has not paid is reminded, in order.</param>
/// <param name="GraceEndsOn">The first day on which unpaid hours can be neither used nor granted.</param>
/// <param name="PausesOn">The first day on which an unpaid plan rests.</param>
public sealed record RenewalDates(LocalDate OrderOn, LocalDate DueOn, ImmutableArray<LocalDate> Reminders, LocalDate GraceEndsOn, LocalDate PausesOn)
{
    /// <summary>The dates of a payment.</summary>
    /// <param name="dueOn">The first day of the term that it pays.</param>
    /// <param name="policy">How the house has it.</param>
    /// <param name="graceDays">The days of grace under which the plan was sold.</param>
    public static RenewalDates Of(LocalDate dueOn, RenewalPolicy policy, int graceDays) => new(
        dueOn.PlusDays(-policy.OrderDaysBefore),
        dueOn,
        [.. policy.Reminders.Select(dueOn.PlusDays)],
        dueOn.PlusDays(graceDays),
        dueOn.PlusDays(policy.PauseDaysAfter));
}
