using NodaTime;

namespace Storefront.Domain.Projects;

/// <summary>
/// When what is still to come will be over, if everybody keeps the time that is left: a stage that runs ends when its turn is due, but not before
/// now; the others follow one another with their whole times (SEN-04).
/// </summary>
public static class ProjectForecast
{
    /// <summary>The day of the delivery, in the house's zone, expected or past; null while the project stands still.</summary>
    public static LocalDate? DeliveryOf(ProjectTerms terms, ProjectState project, Instant now) =>
        project.DeliveredAt is { } delivered ? terms.Calendar.DateOf(delivered) : DayOf(terms, project, terms.Template.DeliveryKey, now);

    /// <summary>The day on which a stage is expected to be over, or was; null while the project stands still.</summary>
    public static LocalDate? DayOf(ProjectTerms terms, ProjectState project, string stageKey, Instant now)
    {
        if (project.Find(stageKey) is { IsOver: true, EndedAt: { } ended })
        {
            return terms.Calendar.DateOf(ended);
        }

        return project.Suspension is null ? terms.Calendar.DateOf(LastMomentOf(EndsOf(terms, project, now)[stageKey])) : null;
    }

    /// <summary>The instant at which each stage is expected to be over, or was, were the project not to stand still.</summary>
    internal static IReadOnlyDictionary<string, Instant> EndsOf(ProjectTerms terms, ProjectState project, Instant now)
    {
        var ends = new Dictionary<string, Instant>(StringComparer.Ordinal);
        while (terms.Template.Stages.FirstOrDefault(stage => !ends.ContainsKey(stage.Key) && stage.After.All(ends.ContainsKey)) is { } next)
        {
            ends[next.Key] = EndOf(terms, project, next, ends, now);
        }

        return ends;
    }

    private static Instant EndOf(
        ProjectTerms terms, ProjectState project, ProjectStage stage, Dictionary<string, Instant> ends, Instant now)
    {
        var stands = project.Find(stage.Key)!;
        if (stands.EndedAt is { } ended && stands.IsOver)
        {
            return ended;
        }

        if (stands.IsRunning)
        {
            var own = stage.Owner == StageOwner.Customer && !stands.Correcting ? stands.NextAt ?? stands.DueAt : stands.DueAt;
            var announced = stands.AnnouncedFor is { } day ? EndOfDay(terms, day) : own;
            var booked = stands.BookedFor + Duration.FromMinutes(stands.BookedMinutes ?? 0);
            return Latest(now, booked ?? announced);
        }

        var from = stage.After.Select(before => ends[before]).Aggregate(now, Instant.Max);
        if (stage.Start == StageStart.NextDay)
        {
            var first = project.StartsOn is { } known && stands.Status == StageStatus.Ready ? known : FirstDayOf(terms, project, ends, now);
            return Latest(from, terms.DueOf(stage.Within, Instant.Max(from, terms.StartOf(first)), first));
        }

        return Latest(from, terms.DueOf(stage.Within, from));
    }

    /// <summary>The day after the last of order, payment and inputs, as far as they are there, and else as they are expected.</summary>
    private static LocalDate FirstDayOf(ProjectTerms terms, ProjectState project, Dictionary<string, Instant> ends, Instant now)
    {
        var last = project.PaidAt ?? now;
        foreach (var stage in terms.Template.Stages.Where(stage => stage.End is StageEnd.InputsGiven or StageEnd.Payment && ends.ContainsKey(stage.Key)))
        {
            last = Instant.Max(last, ends[stage.Key]);
        }

        return terms.Calendar.DateOf(Instant.Max(last, project.OrderedAt)).PlusDays(1);
    }

    private static Instant EndOfDay(ProjectTerms terms, LocalDate day) => terms.StartOf(day.PlusDays(1));

    /// <summary>What ends at midnight belongs to the day before.</summary>
    private static Instant LastMomentOf(Instant end) => end - Duration.Epsilon;

    private static Instant Latest(Instant now, Instant? then) => then is { } later && later > now ? later : now;
}
