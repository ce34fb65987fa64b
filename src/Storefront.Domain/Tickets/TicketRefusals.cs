using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Tickets;

/// <summary>The house has no such kind of work.</summary>
/// <param name="KindKey">As it was given.</param>
/// <param name="Known">The keys of those it has.</param>
public sealed record UnknownTicketKind(string KindKey, ImmutableArray<string> Known) : Refusal
{
    public override string Code => "UNKNOWN_TICKET_KIND";
}

/// <summary>The house has no such class.</summary>
/// <param name="ClassKey">As it was given.</param>
/// <param name="Known">The keys of those it has.</param>
public sealed record UnknownTicketClass(string ClassKey, ImmutableArray<string> Known) : Refusal
{
    public override string Code => "UNKNOWN_TICKET_CLASS";
}

/// <summary>The answers given, `urgency` and `impact`, do not say what class to propose.</summary>
public sealed record ClassAnswersMissing : Refusal
{
    public override string Code => "CLASS_ANSWERS_MISSING";
}

/// <summary>A class is changed only with a reason (FLU-13).</summary>
public sealed record ClassReasonMissing : Refusal
{
    public override string Code => "CLASS_REASON_MISSING";
}

/// <summary>A ticket does not go from that status to that one, or this person cannot send it there.</summary>
/// <param name="From">Where the ticket stands.</param>
/// <param name="To">Where it was to go.</param>
/// <param name="Allowed">Where it can go instead.</param>
public sealed record TicketStepNotAllowed(TicketStatus From, TicketStatus To, ImmutableArray<TicketStatus> Allowed) : Refusal
{
    public override string Code => "TICKET_STEP_NOT_ALLOWED";
}

/// <summary>This kind of work has to be assessed before it is planned or started (FLU-27).</summary>
/// <param name="KindKey">The kind.</param>
public sealed record AssessmentFirst(string KindKey) : Refusal
{
    public override string Code => "ASSESSMENT_FIRST";
}

/// <summary>What was asked for cannot be done to a ticket in that status.</summary>
/// <param name="Status">Where it stands.</param>
public sealed record TicketNotOpen(TicketStatus Status) : Refusal
{
    public override string Code => "TICKET_NOT_OPEN";
}

/// <summary>There is no next period to schedule the ticket for (FLU-17).</summary>
public sealed record NoPeriodToScheduleFor : Refusal
{
    public override string Code => "NO_PERIOD_TO_SCHEDULE_FOR";
}

/// <summary>The day is over.</summary>
/// <param name="Today">Today, in the house's zone.</param>
public sealed record PlannedInThePast(LocalDate Today) : Refusal
{
    public override string Code => "PLANNED_IN_THE_PAST";
}

/// <summary>Work cannot have been done before the ticket was opened.</summary>
/// <param name="OpenedAt">When it was opened.</param>
public sealed record WorkBeforeOpening(Instant OpenedAt) : Refusal
{
    public override string Code => "WORK_BEFORE_OPENING";
}

/// <summary>Work cannot have been done later than now.</summary>
/// <param name="Now">The time it is.</param>
public sealed record WorkInTheFuture(Instant Now) : Refusal
{
    public override string Code => "WORK_IN_THE_FUTURE";
}

/// <summary>Only tickets of the account that wait to be begun can be put in another order.</summary>
public sealed record TicketNotWaiting : Refusal
{
    public override string Code => "TICKET_NOT_WAITING";
}

/// <summary>Only tickets of equal class change places: a more severe one goes first.</summary>
public sealed record NotOneClass : Refusal
{
    public override string Code => "NOT_ONE_CLASS";
}

/// <summary>In this house the order of the queue is not the customer's to change.</summary>
public sealed record QueueOrderFixed : Refusal
{
    public override string Code => "QUEUE_ORDER_FIXED";
}
