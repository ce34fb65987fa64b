using NodaTime;

namespace Storefront.Features.Projects;

/// <summary>Times that a customer can choose for a meeting of a project: full hours at which the house is open, until the stage is due.</summary>
public static class ProjectSlots
{
    /// <summary>The shortest meeting, which the times are offered for.</summary>
    public const int LeastMinutes = 60;

    private static readonly Duration Ahead = Duration.FromDays(21);

    /// <param name="view">The project.</param>
    /// <param name="stageKey">The stage whose meeting it is.</param>
    public static IReadOnlyList<Interval> Of(ProjectView view, string stageKey)
    {
        var calendar = view.Current.Terms.Calendar;
        var until = view.State.Find(stageKey) is { BookedFor: null, DueAt: { } due } && due > view.At ? due : view.At + Ahead;
        var hour = Duration.FromHours(1);
        var first = Instant.FromUnixTimeSeconds(((view.At.ToUnixTimeSeconds() / 3600) + 2) * 3600);
        var slots = new List<Interval>();
        for (var start = first; start <= until; start += hour)
        {
            if (calendar.IsOpen(start) && calendar.IsOpen(start + hour - Duration.Epsilon))
            {
                slots.Add(new Interval(start, start + hour));
            }
        }

        return slots;
    }

    /// <summary>The lengths to choose from, in minutes: full hours up to the most that the stage allows.</summary>
    public static IEnumerable<int> LengthsOf(ProjectView view, string stageKey)
    {
        var most = view.Template.Stage(stageKey).MeetingMinutes ?? LeastMinutes;
        return Enumerable.Range(1, Math.Max(1, most / LeastMinutes)).Select(hours => hours * LeastMinutes);
    }
}
