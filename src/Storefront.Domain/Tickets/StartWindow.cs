using NodaTime;
using Storefront.Domain.Calendars;

namespace Storefront.Domain.Tickets;

/// <summary>Between when and when work on a ticket that waits is expected to begin.</summary>
/// <param name="From">The earliest, while the house is open.</param>
/// <param name="To">The latest; not before <paramref name="From"/>.</param>
/// <param name="Basis">How it is known.</param>
public readonly record struct StartWindow(Instant From, Instant To, StartBasis Basis)
{
    private const int QuarterHour = 15 * 60;

    /// <summary>The day that it is planned for, from opening to close.</summary>
    public static StartWindow Planned(LocalDate day, BusinessCalendar calendar)
    {
        var open = calendar.NextOpening(calendar.Zone.AtStartOfDay(day).ToInstant());
        return new(open, calendar.CloseOf(calendar.DateOf(open)), StartBasis.Planned);
    }

    /// <summary>
    /// By how fast the house has lately begun work, never later than it promised; by the promise alone where too little was begun to tell.
    /// Null when neither says anything.
    /// </summary>
    /// <param name="ahead">Tickets before it in the queue.</param>
    /// <param name="pace">How fast the house begins work; null when unknown.</param>
    /// <param name="promised">When its start is due; null when nothing is promised.</param>
    /// <param name="calendar">The house's.</param>
    /// <param name="now">Now.</param>
    public static StartWindow? Of(int ahead, QueuePace? pace, Instant? promised, BusinessCalendar calendar, Instant now)
    {
        var earliest = calendar.NextOpening(now);
        var promise = promised > earliest ? promised : null;
        if (pace is null)
        {
            return promise is { } end ? new StartWindow(Whole(earliest, up: false), end, StartBasis.Promise) : null;
        }

        var from = calendar.NextOpening(calendar.AddBusinessTime(earliest, pace.Value.PerTicket * ahead * 0.75));
        var to = calendar.AddBusinessTime(earliest, pace.Value.PerTicket * (ahead + 1) * 1.25);
        var latest = promise is { } due && due < to ? due : to;
        return new StartWindow(Whole(Instant.Min(from, latest), up: false), Whole(latest, up: true), StartBasis.Pace);
    }

    // To whole quarter hours, in which people make appointments.
    private static Instant Whole(Instant instant, bool up)
    {
        var seconds = instant.ToUnixTimeSeconds();
        var before = seconds - (seconds % QuarterHour);
        return Instant.FromUnixTimeSeconds(up && instant > Instant.FromUnixTimeSeconds(before) ? before + QuarterHour : before);
    }
}

/// <summary>How fast a house begins work.</summary>
/// <param name="PerTicket">The time that it was open from one beginning to the next, on average.</param>
public readonly record struct QueuePace(Duration PerTicket)
{
    /// <summary>Of fewer, nothing is said.</summary>
    public const int Fewest = 5;

    /// <summary>The pace of a stretch of time; null when too little was begun in it.</summary>
    /// <param name="begun">Tickets on which work began.</param>
    /// <param name="open">How long the house was open meanwhile.</param>
    public static QueuePace? Of(int begun, Duration open) => begun < Fewest || open <= Duration.Zero ? null : new QueuePace(open / begun);
}

/// <summary>How an expected start is known.</summary>
public enum StartBasis
{
    /// <summary>It is planned for a day.</summary>
    Planned,

    /// <summary>From how fast the house has lately begun work, and what it promised.</summary>
    Pace,

    /// <summary>From the promise alone.</summary>
    Promise,

    /// <summary>It joins the queue only then.</summary>
    Scheduled,
}
