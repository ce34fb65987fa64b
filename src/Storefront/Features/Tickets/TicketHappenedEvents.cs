using NodaTime;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Live;

namespace Storefront.Features.Tickets;

/// <summary>An event of a ticket that the log keeps.</summary>
public abstract record TicketHappenedEvent : TicketStreamEvent
{
    private protected TicketHappenedEvent(StoredEvent stored)
        : base(stored.Sequence, stored.At, new TicketKey(stored.AccountId, stored.TicketId!.Value)) => Kind = EventKinds.Of(stored.Happened);

    /// <inheritdoc/>
    public override EventKind Kind { get; }
}

/// <summary>Something of which its kind says enough: it was opened, a workaround was recorded.</summary>
[ObjectType("TicketActivity")]
public sealed record TicketActivityEvent : TicketHappenedEvent
{
    internal TicketActivityEvent(StoredEvent stored)
        : base(stored)
    {
    }
}

/// <summary>A message was added.</summary>
[ObjectType("TicketReplied")]
public sealed record TicketRepliedEvent : TicketHappenedEvent
{
    internal TicketRepliedEvent(StoredEvent stored, TicketReplied replied)
        : base(stored)
    {
        MessageId = replied.MessageId.Value;
        FromStaff = replied.FromStaff;
    }

    /// <summary>The message.</summary>
    [ID]
    public Guid MessageId { get; }

    /// <summary>Whether the house wrote it.</summary>
    public bool FromStaff { get; }
}

/// <summary>The class was confirmed or changed.</summary>
[ObjectType("TicketClassified")]
public sealed record TicketClassifiedEvent : TicketHappenedEvent
{
    internal TicketClassifiedEvent(StoredEvent stored, TicketClassified decided)
        : base(stored)
    {
        FromClassKey = decided.FromClassKey;
        ToClassKey = decided.ToClassKey;
        Changed = decided.Changed;
    }

    /// <summary>The class before.</summary>
    public string FromClassKey { get; }

    /// <summary>The class since.</summary>
    public string ToClassKey { get; }

    /// <summary>Whether the two differ.</summary>
    public bool Changed { get; }
}

/// <summary>It went from one status to another.</summary>
[ObjectType("TicketStatusChanged")]
public sealed record TicketStatusChangedEvent : TicketHappenedEvent
{
    internal TicketStatusChangedEvent(StoredEvent stored, TicketStatusChanged moved)
        : base(stored)
    {
        From = moved.From;
        To = moved.To;
        Actor = moved.Actor;
    }

    /// <summary>The status before.</summary>
    public TicketStatus From { get; }

    /// <summary>The status since.</summary>
    public TicketStatus To { get; }

    /// <summary>Who sent it there.</summary>
    public TicketActor Actor { get; }
}

/// <summary>It was given a day, or another one.</summary>
[ObjectType("TicketPlanned")]
public sealed record TicketPlannedEvent : TicketHappenedEvent
{
    internal TicketPlannedEvent(StoredEvent stored, TicketPlanned planned)
        : base(stored)
    {
        Day = planned.Day;
    }

    /// <summary>The day, in the house's zone.</summary>
    public LocalDate Day { get; }
}

/// <summary>Time was worked on it.</summary>
[ObjectType("WorkLogged")]
public sealed record WorkLoggedEvent : TicketHappenedEvent
{
    internal WorkLoggedEvent(StoredEvent stored, WorkLogged work)
        : base(stored)
    {
        WorkLogId = work.WorkLogId.Value;
        Minutes = work.Minutes;
        ChargedMinutes = work.ChargedMinutes;
    }

    /// <summary>The log.</summary>
    [ID]
    public Guid WorkLogId { get; }

    /// <summary>Minutes worked.</summary>
    public int Minutes { get; }

    /// <summary>Minutes taken from the balance.</summary>
    public int ChargedMinutes { get; }
}

/// <summary>A promise ran out.</summary>
[ObjectType("TicketTargetMissed")]
public sealed record TicketTargetMissedEvent : TicketHappenedEvent
{
    internal TicketTargetMissedEvent(StoredEvent stored, TicketTargetMissed missed)
        : base(stored)
    {
        Target = missed.Target;
        DueAt = missed.DueAt;
    }

    /// <summary>What was promised.</summary>
    public TargetKind Target { get; }

    /// <summary>When it was due.</summary>
    public Instant DueAt { get; }
}

/// <summary>The customer said what it thinks of the work.</summary>
[ObjectType("TicketRated")]
public sealed record TicketRatedEvent : TicketHappenedEvent
{
    internal TicketRatedEvent(StoredEvent stored, TicketRated rated)
        : base(stored)
    {
        Rating = rated.Rating;
    }

    /// <summary>From 1 to 5, which is the best.</summary>
    public int Rating { get; }
}
