using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Calendars;

namespace Storefront.Domain.Projects;

/// <summary>By what a project goes: what it was sold under, and the house's calendar.</summary>
/// <param name="Template">Its stages, as they were sold (COM-04).</param>
/// <param name="DeliveryBusinessDays">What the package promises, from 1.</param>
/// <param name="ItemKeys">What the package contains.</param>
/// <param name="Calendar">When the house is open.</param>
public sealed record ProjectTerms(
    ProjectTemplate Template, int DeliveryBusinessDays, ImmutableArray<string> ItemKeys, BusinessCalendar Calendar)
{
    /// <summary>The terms under which a package is sold now.</summary>
    public static ProjectTerms Of(Package package, ProjectTemplate template, BusinessCalendar calendar) =>
        new(template, package.DeliveryBusinessDays, [.. package.Items.Select(item => item.Key)], calendar);

    /// <summary>When a time is over that began then; null when it is open.</summary>
    /// <param name="time">The time.</param>
    /// <param name="from">When it begins.</param>
    /// <param name="firstDay">Where the day counts and not the instant: the first of the days; if the house opens on it, it is the first of its business days.</param>
    public Instant? DueOf(StageTime? time, Instant from, LocalDate? firstDay = null) => time is null ? null : time.Unit switch
    {
        StageUnit.ClockHours => from + Duration.FromHours(time.Amount),
        StageUnit.CalendarDays => StartOf((firstDay ?? Calendar.DateOf(from).PlusDays(1)).PlusDays(time.Amount)),
        StageUnit.BusinessDays => After(from, firstDay, time.Amount),
        StageUnit.PackageDelivery => After(from, firstDay, DeliveryBusinessDays),
    };

    private Instant After(Instant from, LocalDate? firstDay, int businessDays) => firstDay is { } first
        ? Calendar.CloseOf(Calendar.AddBusinessDays(first.PlusDays(-1), businessDays))
        : Calendar.AddBusinessDays(from, businessDays);

    internal Instant StartOf(LocalDate date) => Calendar.Zone.AtStartOfDay(date).ToInstant();

    /// <summary>What was due at an instant, after everything stood still for a while.</summary>
    internal Instant Shifted(StageTime? time, Instant due, Instant stopped, Instant resumed) =>
        due <= stopped ? due
        : time?.Unit == StageUnit.ClockHours ? resumed + (due - stopped)
        : Calendar.AddBusinessTime(resumed, Calendar.BusinessTimeBetween(stopped, due));
}
