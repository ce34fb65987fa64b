using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Tickets;

/// <summary>What customers, staff and the clock do to a ticket.</summary>
public static class TicketRules
{
    /// <summary>A ticket that was just sent.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="policy">The house's.</param>
    /// <param name="kindKey">The sort of work.</param>
    /// <param name="urgency">As the customer says.</param>
    /// <param name="impact">As the customer says.</param>
    /// <param name="now">Now.</param>
    public static Result<TicketChange> Open(
        TicketId id, TicketPolicy policy, string kindKey, Urgency? urgency, Impact? impact, Instant now) =>
        ClassProposal.Propose(policy, kindKey, urgency, impact)
            .Map(proposed => New(id, policy, kindKey, proposed, TicketStatus.Open, now, joinsAt: now));

    /// <summary>A ticket for the next period, whose queue it joins when that starts (FLU-17).</summary>
    /// <param name="id">Its id.</param>
    /// <param name="policy">The house's.</param>
    /// <param name="kindKey">The sort of work.</param>
    /// <param name="urgency">As the customer says.</param>
    /// <param name="impact">As the customer says.</param>
    /// <param name="now">Now.</param>
    /// <param name="nextPeriodStart">When the next period starts; null when none follows.</param>
    public static Result<TicketChange> Schedule(
        TicketId id, TicketPolicy policy, string kindKey, Urgency? urgency, Impact? impact, Instant now, Instant? nextPeriodStart)
    {
        if (!policy.Scheduling || nextPeriodStart is not { } start || start <= now)
        {
            return new NoPeriodToScheduleFor();
        }

        return ClassProposal.Propose(policy, kindKey, urgency, impact)
            .Map(proposed => New(id, policy, kindKey, proposed, TicketStatus.Scheduled, now, start));
    }

    /// <summary>A ticket as it would be, were one of that class sent: for what is said before it is.</summary>
    public static TicketState Sent(TicketId id, TicketPolicy policy, TicketClass proposed, Instant at) =>
        New(id, policy, policy.Kinds[0].Key, proposed, TicketStatus.Open, at, joinsAt: at).Ticket;

    /// <summary>Lets a scheduled ticket join the queue when its time has come, at that time; otherwise changes nothing (COM-07).</summary>
    public static TicketChange Settle(TicketState ticket, Instant now) =>
        ticket.DueAt is { } due && due <= now ? MoveTo(ticket, TicketStatus.Open, TicketActor.Clock, due) : TicketChange.Of(ticket);

    /// <summary>The house confirms the class or changes it, then with a reason (FLU-13).</summary>
    public static Result<TicketChange> Classify(TicketState ticket, TicketPolicy policy, string classKey, string? reason, Instant now)
    {
        if (policy.FindClass(classKey) is null)
        {
            return new UnknownTicketClass(classKey, [.. policy.Classes.Select(known => known.Key)]);
        }

        if (ticket.Status == TicketStatus.Closed)
        {
            return new TicketNotOpen(ticket.Status);
        }

        // What a customer arranged was among tickets of the class it leaves.
        var changed = classKey != ticket.ClassKey;
        reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (changed && reason is null)
        {
            return new ClassReasonMissing();
        }

        return TicketChange.Of(
            ticket with
            {
                ClassKey = classKey,
                ClassConfirmed = true,
                ClassReason = reason ?? ticket.ClassReason,
                QueuedAt = changed ? null : ticket.QueuedAt,
            },
            new TicketClassified(now, ticket.ClassKey, classKey, changed, reason));
    }

    /// <summary>Sends a ticket to another status. Where it already is, nothing happens.</summary>
    public static Result<TicketChange> Move(TicketState ticket, TicketPolicy policy, TicketStatus to, TicketActor actor, Instant now)
    {
        if (ticket.Status == to)
        {
            return TicketChange.Of(ticket);
        }

        var kind = policy.FindKind(ticket.KindKey);
        if (!TicketSteps.From(ticket.Status, actor).Contains(to))
        {
            return new TicketStepNotAllowed(ticket.Status, to, TicketSteps.From(ticket.Status, actor));
        }

        if (TicketSteps.IsHeldBack(ticket, to))
        {
            return ticket.NeedsAccess ? new AccessFirst(ticket.KindKey) : new ViabilityFirst(ticket.KindKey);
        }

        return kind is not null && TicketSteps.NeedsAssessment(ticket, kind, to)
            ? new AssessmentFirst(ticket.KindKey)
            : MoveTo(ticket, to, actor, now);
    }

    /// <summary>Gives a ticket a day.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="policy">The house's.</param>
    /// <param name="day">A day of the house's zone, today or later.</param>
    /// <param name="today">Today there.</param>
    /// <param name="now">Now.</param>
    public static Result<TicketChange> Plan(TicketState ticket, TicketPolicy policy, LocalDate day, LocalDate today, Instant now)
    {
        if (day < today)
        {
            return new PlannedInThePast(today);
        }

        return Move(ticket, policy, TicketStatus.Planned, TicketActor.Staff, now).Map(change => change.Then(planned =>
            planned.PlannedFor == day
                ? TicketChange.Of(planned)
                : TicketChange.Of(planned with { PlannedFor = day }, new TicketPlanned(now, day))));
    }

    /// <summary>Records that a workaround is in place; the ticket stays as open as it was (FLU-16).</summary>
    public static Result<TicketChange> RecordWorkaround(TicketState ticket, Instant now)
    {
        if (!ticket.IsUnresolved || ticket.Status == TicketStatus.Scheduled)
        {
            return new TicketNotOpen(ticket.Status);
        }

        return ticket.WorkaroundAt is null
            ? TicketChange.Of(ticket with { WorkaroundAt = now }, new WorkaroundRecorded(now))
            : TicketChange.Of(ticket);
    }

    /// <summary>
    /// What a reply does: staff's first one answers the ticket; the customer's ends its waiting, and reopens it when it was resolved. A closed
    /// one takes no replies.
    /// </summary>
    public static Result<TicketChange> Reply(TicketState ticket, TicketActor actor, Instant now) => (actor, ticket.Status) switch
    {
        (_, TicketStatus.Closed) => new TicketNotOpen(ticket.Status),
        (TicketActor.Customer, TicketStatus.WaitingForCustomer) =>
            MoveTo(ticket, ticket.ResumesTo ?? TicketStatus.Open, actor, now),
        (TicketActor.Customer, TicketStatus.Resolved) => MoveTo(ticket, TicketStatus.Open, actor, now),
        (TicketActor.Staff, _) when ticket.FirstAnsweredAt is null =>
            TicketChange.Of(ticket with { FirstAnsweredAt = now }, new TicketFirstAnswered(now)),
        _ => TicketChange.Of(ticket),
    };

    /// <summary>What waited for an approval goes on where it was, once that was given or can be given no more; otherwise nothing changes.</summary>
    public static TicketChange EndApproval(TicketState ticket, TicketActor actor, Instant now) => ticket.Status == TicketStatus.AwaitingApproval
        ? MoveTo(ticket, ticket.ResumesTo ?? TicketStatus.Open, actor, now)
        : TicketChange.Of(ticket);

    private static TicketChange New(
        TicketId id, TicketPolicy policy, string kindKey, TicketClass proposed, TicketStatus status, Instant now, Instant joinsAt)
    {
        var ticket = new TicketState(
            id, status, kindKey, proposed.Key, proposed.Key, ClassConfirmed: false, ClassReason: null, now, joinsAt, ResumesTo: null,
            Assessed: false, FirstAnsweredAt: null, PlannedAt: null, PlannedFor: null, StartedAt: null, WorkaroundAt: null, ResolvedAt: null,
            ClosedAt: null, status == TicketStatus.Open ? [new ClockSegment(joinsAt, null, null)] : [],
            WaitsForTurn: policy.Turns?.MakesWait(proposed.Key) ?? false);
        return TicketChange.Of(ticket, new TicketOpened(now, proposed.Key, status));
    }

    internal static TicketChange MoveTo(TicketState ticket, TicketStatus to, TicketActor actor, Instant now)
    {
        var waits = to is TicketStatus.WaitingForCustomer or TicketStatus.AwaitingApproval;
        var finished = to is TicketStatus.Resolved or TicketStatus.Closed;
        var assessing = ticket.Status == TicketStatus.Assessing || ticket.ResumesTo == TicketStatus.Assessing;
        var known = to is TicketStatus.Planned or TicketStatus.InProgress or TicketStatus.AwaitingApproval or TicketStatus.Resolved;
        var moved = ticket with
        {
            Status = to,
            JoinsAt = ticket.Status == TicketStatus.Scheduled ? now : ticket.JoinsAt,
            ResumesTo = waits ? ticket.ResumesTo ?? Resumable(ticket.Status) : null,
            Assessed = ticket.Assessed || (assessing && known),
            AssessedAt = ticket.AssessedAt ?? (known ? now : null),
            PlannedAt = ticket.PlannedAt ?? (to == TicketStatus.Planned ? now : null),
            StartedAt = ticket.StartedAt ?? (to == TicketStatus.InProgress ? now : null),
            ResolvedAt = finished ? ticket.ResolvedAt ?? now : null,
            FirstResolvedAt = ticket.FirstResolvedAt ?? (finished ? now : null),
            ClosedAt = to == TicketStatus.Closed ? now : null,
            Segments = TicketClock.Continue(ticket.Segments, TicketSteps.PauseIn(to), now),
        };
        return TicketChange.Of(moved, new TicketStatusChanged(now, ticket.Status, to, actor));
    }

    private static TicketStatus Resumable(TicketStatus status) =>
        status is TicketStatus.Assessing or TicketStatus.Planned or TicketStatus.InProgress ? status : TicketStatus.Open;
}
