using System.Collections.Immutable;
using NodaTime;

namespace Storefront.Domain.Projects;

/// <summary>A day of a project.</summary>
/// <param name="Date">In the house's zone.</param>
/// <param name="Owner">Whose it was.</param>
/// <param name="StageKey">The stage that they had; null when it was nobody's.</param>
/// <param name="Late">Whether that stage should have been over on an earlier day.</param>
public sealed record ProjectDay(LocalDate Date, StageOwner Owner, string? StageKey, bool Late);

/// <summary>Who delayed what: each day of a project is the house's, the customer's, or nobody's.</summary>
/// <remarks>
/// A day is whose turn it was for the most of the time that the house was open on it, the house's when in doubt. What does not hold up the
/// completion counts only while nothing else goes on. Days on which the house is closed are nobody's, since no time runs on them.
/// </remarks>
public static class ProjectDays
{
    /// <summary>The days from the order to the completion, or today, whichever comes first; today counts once the house has opened.</summary>
    public static ImmutableArray<ProjectDay> Of(ProjectTerms terms, ProjectState project, Instant now)
    {
        var calendar = terms.Calendar;
        var end = project.CompletedAt is { } completed && completed < now ? completed : now;
        var path = terms.Template.CompletionKey is { } last ? terms.Template.PathTo(last) : null;
        var days = ImmutableArray.CreateBuilder<ProjectDay>();
        for (var date = calendar.DateOf(project.OrderedAt); date <= calendar.DateOf(end); date = date.PlusDays(1))
        {
            if (!calendar.IsBusinessDay(date))
            {
                days.Add(new ProjectDay(date, StageOwner.Nobody, null, Late: false));
                continue;
            }

            var from = Instant.Max(terms.StartOf(date), project.OrderedAt);
            var to = Instant.Min(terms.StartOf(date.PlusDays(1)), end);
            if (calendar.BusinessTimeBetween(from, to) is var open && open > Duration.Zero)
            {
                days.Add(DayOf(terms, project, path, date, new Interval(from, to), open));
            }
        }

        return days.ToImmutable();
    }

    /// <summary>How many of the days were somebody's, and late.</summary>
    public static int LateDays(IEnumerable<ProjectDay> days, StageOwner owner) => days.Count(day => day.Late && day.Owner == owner);

    private static ProjectDay DayOf(
        ProjectTerms terms, ProjectState project, IReadOnlySet<string>? path, LocalDate date, Interval day, Duration open)
    {
        var shares = project.Turns
            .Where(turn => turn.From < day.End && !(turn.To <= day.Start))
            .Select(turn => (Turn: turn, Time: terms.Calendar.BusinessTimeBetween(
                Instant.Max(turn.From, day.Start), Instant.Min(turn.To ?? day.End, day.End))))
            .Where(share => share.Time > Duration.Zero)
            .ToList();
        var holding = shares.Where(share => path is null || share.Turn.StageKey is not { } key || path.Contains(key)).ToList();
        var counted = (holding.Count > 0 ? holding : shares).Where(share => share.Turn.Owner != StageOwner.Nobody).ToList();
        var house = Sum(counted, StageOwner.House);
        var customer = Sum(counted, StageOwner.Customer);
        var nobody = open - house - customer;
        var owner = house >= customer && house >= nobody ? StageOwner.House : customer >= nobody ? StageOwner.Customer : StageOwner.Nobody;
        var most = counted.Where(share => share.Turn.Owner == owner).OrderByDescending(share => share.Time).FirstOrDefault().Turn;
        return most is null
            ? new ProjectDay(date, StageOwner.Nobody, null, Late: false)
            : new ProjectDay(date, owner, most.StageKey, most.DueAt is { } due && terms.Calendar.DateOf(due - Duration.Epsilon) < date);
    }

    private static Duration Sum(IEnumerable<(Turn Turn, Duration Time)> shares, StageOwner owner) =>
        shares.Where(share => share.Turn.Owner == owner).Aggregate(Duration.Zero, (sum, share) => sum + share.Time);
}
