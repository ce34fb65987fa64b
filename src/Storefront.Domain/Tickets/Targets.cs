using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Calendars;

namespace Storefront.Domain.Tickets;

/// <summary>The promises made to a ticket, read from its clock and what has been done; nothing of it needs storing.</summary>
public static class Targets
{
    /// <summary>What would be promised to a ticket opened at an instant, for the form to say before it is sent.</summary>
    /// <param name="policies">The promises the customer was sold.</param>
    /// <param name="classKey">The class proposed.</param>
    /// <param name="planKey">The customer's plan; null when it has none.</param>
    /// <param name="calendar">The house's.</param>
    /// <param name="opened">When it would be opened.</param>
    public static ImmutableArray<TargetProgress> Forecast(
        IReadOnlyList<TargetPolicy> policies, string classKey, string? planKey, BusinessCalendar calendar, Instant opened) =>
        Of(policies, classKey, planKey, _ => [new ClockSegment(opened, null, null)], _ => null, calendar, opened);

    /// <summary>How the promises made to a ticket stand, in the order of the handbook; none for a class without.</summary>
    /// <param name="policies">The promises the customer was sold.</param>
    /// <param name="ticket">The ticket, settled.</param>
    /// <param name="planKey">The customer's plan; null when it has none.</param>
    /// <param name="calendar">The house's.</param>
    /// <param name="now">Now.</param>
    /// <param name="turns">Which promise is kept for one ticket at a time; null where all run at once (FEN-16).</param>
    public static ImmutableArray<TargetProgress> Of(
        IReadOnlyList<TargetPolicy> policies, TicketState ticket, string? planKey, BusinessCalendar calendar, Instant now, TurnPolicy? turns = null) =>
        Of(policies, ticket.ClassKey, planKey, kind => SegmentsOf(ticket, kind, turns), kind => MetAt(ticket, kind), calendar, now);

    /// <summary>When the next promise that runs falls due; null when none does.</summary>
    public static Instant? NextDue(IEnumerable<TargetProgress> targets) =>
        targets.Where(target => target.State == TargetState.Running).Min(target => target.DueAt);

    private static ImmutableArray<TargetProgress> Of(
        IReadOnlyList<TargetPolicy> policies,
        string classKey,
        string? planKey,
        Func<TargetKind, ImmutableArray<ClockSegment>> segments,
        Func<TargetKind, Instant?> metAt,
        BusinessCalendar calendar,
        Instant now) =>
        [
            .. policies
                .Where(policy => policy.ClassKey == classKey && (policy.PlanKey is null || policy.PlanKey == planKey))
                .GroupBy(policy => policy.Kind)
                .Select(kind => kind.FirstOrDefault(policy => policy.PlanKey is not null) ?? kind.First())
                .Select(policy => Progress(policy, segments(policy.Kind), metAt(policy.Kind), calendar, now)),
        ];

    private static TargetProgress Progress(
        TargetPolicy policy, ImmutableArray<ClockSegment> segments, Instant? metAt, BusinessCalendar calendar, Instant now)
    {
        var until = metAt is { } met ? Until(segments, met) : segments;
        var paused = until.IsEmpty ? null : until[^1].Pause;
        var due = until.IsEmpty && !segments.IsEmpty
            ? TicketClock.Due(policy.Within, segments[0].From, calendar)
            : TicketClock.Due(policy.Within, until, calendar);
        var state = (due, metAt) switch
        {
            (null, not null) => TargetState.Met,
            _ when segments.IsEmpty || paused == PauseReason.EarlierTicket => TargetState.NotStarted,
            ({ } at, { } done) => done <= at ? TargetState.Met : TargetState.Missed,
            (null, null) => TargetState.Paused,
            ({ } at, null) => now > at ? TargetState.Missed : TargetState.Running,
        };
        return new TargetProgress(
            policy.Kind,
            policy.Within,
            state,
            due,
            metAt,
            state is TargetState.Paused or TargetState.NotStarted ? paused : null,
            due is { } fallsDue && !IsAttended(calendar, fallsDue),
            until);
    }

    // The promise that is kept for one ticket at a time stands still from the beginning until its turn has come.
    private static ImmutableArray<ClockSegment> SegmentsOf(TicketState ticket, TargetKind kind, TurnPolicy? turns)
    {
        if (turns?.Target != kind || ticket.Segments.IsEmpty)
        {
            return ticket.Segments;
        }

        var first = ticket.Segments[0].From;
        if (ticket.WaitsForTurn)
        {
            return [new ClockSegment(first, null, PauseReason.EarlierTicket)];
        }

        return ticket.TurnAt is { } turn && turn > first
            ?
            [
                new ClockSegment(first, turn, PauseReason.EarlierTicket),
                .. ticket.Segments.Where(segment => !(segment.To <= turn)).Select(segment => segment with { From = Instant.Max(segment.From, turn) }),
            ]
            : ticket.Segments;
    }

    // The close of a day is still part of it for whoever has to be ready by then.
    private static bool IsAttended(BusinessCalendar calendar, Instant due) =>
        calendar.IsOpen(due) || calendar.BusinessTimeBetween(due - Duration.FromMinutes(1), due) > Duration.Zero;

    private static ImmutableArray<ClockSegment> Until(ImmutableArray<ClockSegment> segments, Instant end) =>
    [
        .. segments.Where(segment => segment.From < end)
            .Select(segment => segment.To is { } to && to <= end ? segment : segment with { To = end }),
    ];

    // What was kept by resolving it stays kept when it is taken up again; only the resolution itself is owed anew.
    private static Instant? MetAt(TicketState ticket, TargetKind kind) => kind switch
    {
        TargetKind.Start => Earliest(ticket.StartedAt, ticket.FirstResolvedAt, ticket.ResolvedAt),
        TargetKind.FirstAnswer => Earliest(ticket.FirstAnsweredAt, ticket.FirstResolvedAt, ticket.ResolvedAt),
        TargetKind.Workaround => Earliest(ticket.WorkaroundAt, ticket.FirstResolvedAt, ticket.ResolvedAt),
        TargetKind.Resolution => ticket.ResolvedAt,
        TargetKind.PlannedBy => Earliest(ticket.PlannedAt, ticket.StartedAt, ticket.FirstResolvedAt, ticket.ResolvedAt),
        TargetKind.Analysis => Earliest(ticket.AssessedAt, ticket.FirstResolvedAt, ticket.ResolvedAt),
    };

    private static Instant? Earliest(params ReadOnlySpan<Instant?> instants)
    {
        Instant? earliest = null;
        foreach (var instant in instants)
        {
            earliest = instant is { } at && !(earliest <= at) ? at : earliest;
        }

        return earliest;
    }
}
