using NodaTime;
using Storefront.Features.Api;
using Storefront.Live;

namespace Storefront.Features.Tickets;

/// <summary>Something that happened to a ticket.</summary>
/// <param name="Sequence">Its place in the account's stream, from 1; a SNAPSHOT's is that of the last event it includes.</param>
/// <param name="At">When it happened.</param>
/// <param name="Key">The ticket.</param>
public abstract record TicketStreamEvent(long Sequence, Instant At, [property: GraphQLIgnore] TicketKey Key) : Event(Sequence, At)
{
    /// <summary>The API's form of a stored event of a ticket.</summary>
    internal static TicketStreamEvent Of(StoredEvent stored) => stored.Happened switch
    {
        TicketReplied replied => new TicketRepliedEvent(stored, replied),
        TicketClassified decided => new TicketClassifiedEvent(stored, decided),
        TicketStatusChanged moved => new TicketStatusChangedEvent(stored, moved),
        TicketPlanned planned => new TicketPlannedEvent(stored, planned),
        WorkLogged work => new WorkLoggedEvent(stored, work),
        TicketTargetMissed missed => new TicketTargetMissedEvent(stored, missed),
        TicketRated rated => new TicketRatedEvent(stored, rated),
        _ => new TicketActivityEvent(stored),
    };
}

/// <summary>Something that happened to a ticket.</summary>
[InterfaceType<TicketStreamEvent>("TicketEvent")]
public static class TicketEventType
{
    /// <summary>The ticket as it is now; null when it has been removed.</summary>
    public static Task<Ticket?> TicketAsync([Parent] TicketStreamEvent happened, TicketByKeyDataLoader tickets, CancellationToken cancellationToken) =>
        tickets.LoadAsync(happened.Key, cancellationToken);
}

/// <summary>The present state of a ticket, to begin with or after a gap.</summary>
[ObjectType("TicketSnapshot")]
public sealed record TicketSnapshotEvent(long Sequence, Instant At, TicketKey Key) : TicketStreamEvent(Sequence, At, Key)
{
    /// <inheritdoc/>
    public override EventKind Kind => EventKind.Snapshot;
}

/// <summary>Events in between cannot be given any more; a SNAPSHOT follows.</summary>
[ObjectType("TicketGap")]
public sealed record TicketGapEvent(long Sequence, Instant At, TicketKey Key) : TicketStreamEvent(Sequence, At, Key)
{
    /// <inheritdoc/>
    public override EventKind Kind => EventKind.Gap;
}

/// <summary>
/// The ticket changed its place in the queue, of which any customer's ticket can be the cause. It is no event of the account's own: its sequence is
/// that of the last one told.
/// </summary>
/// <param name="Sequence">That of the last event told.</param>
/// <param name="At">When it was found.</param>
/// <param name="Key">The ticket.</param>
/// <param name="QueueMark">The place, as an opaque text: what to give as `queueMark` when resuming.</param>
[ObjectType("TicketQueueMoved")]
public sealed record TicketQueueMovedEvent(long Sequence, Instant At, TicketKey Key, string QueueMark) : TicketStreamEvent(Sequence, At, Key)
{
    /// <inheritdoc/>
    public override EventKind Kind => EventKind.TicketQueueChanged;
}
