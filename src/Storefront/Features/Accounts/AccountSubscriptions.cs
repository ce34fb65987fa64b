using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Features.Api;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Live;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Features.Accounts;

/// <summary>Something that happened to an account.</summary>
/// <param name="Sequence">Its place in the account's stream, from 1; a SNAPSHOT's is that of the last event it includes.</param>
/// <param name="At">When it happened.</param>
[InterfaceType("AccountEvent")]
public abstract record AccountStreamEvent(long Sequence, Instant At) : Event(Sequence, At);

/// <summary>The present state of an account, to begin with or after a gap.</summary>
/// <param name="Sequence">The last event it includes; 0 when there is none.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Account">The account.</param>
[ObjectType("AccountSnapshot")]
public sealed record AccountSnapshotEvent(long Sequence, Instant At, AccountView Account) : AccountStreamEvent(Sequence, At)
{
    /// <inheritdoc/>
    public override EventKind Kind => EventKind.Snapshot;
}

/// <summary>Events in between cannot be given any more; a SNAPSHOT follows.</summary>
/// <param name="Sequence">The last event of the stream.</param>
/// <param name="At">When it was found.</param>
[ObjectType("AccountGap")]
public sealed record AccountGapEvent(long Sequence, Instant At) : AccountStreamEvent(Sequence, At)
{
    /// <inheritdoc/>
    public override EventKind Kind => EventKind.Gap;
}

/// <summary>Something that happened to an account; its kind says what to read again.</summary>
[ObjectType("AccountActivity")]
public sealed record AccountActivityEvent : AccountStreamEvent
{
    internal AccountActivityEvent(StoredEvent happened)
        : base(happened.Sequence, happened.At)
    {
        Kind = EventKinds.Of(happened.Happened);
        TicketId = happened.TicketId?.Value;
    }

    /// <inheritdoc/>
    public override EventKind Kind { get; }

    [GraphQLIgnore]
    public Guid? TicketId { get; }
}

/// <summary>
/// One of the account's tickets changed its place in the queue, of which any customer's ticket can be the cause. It is no event of the account's own:
/// its sequence is that of the last one told.
/// </summary>
/// <param name="Sequence">That of the last event told.</param>
/// <param name="At">When it was found.</param>
/// <param name="QueueMark">The places, as an opaque text: what to give as `queueMark` when resuming.</param>
[ObjectType("AccountQueueMoved")]
public sealed record AccountQueueMovedEvent(long Sequence, Instant At, string QueueMark) : AccountStreamEvent(Sequence, At)
{
    /// <inheritdoc/>
    public override EventKind Kind => EventKind.TicketQueueChanged;
}

/// <summary>What happens to an account, live.</summary>
[SubscriptionType]
public static class AccountSubscriptions
{
    /// <summary>Everything that happens to the viewer's account, each event once and in order; first its present state.</summary>
    /// <param name="message">The event.</param>
    [Subscribe(With = nameof(FollowAccount))]
    [Authorize]
    public static AccountStreamEvent AccountEvents([EventMessage] AccountStreamEvent message) => message;

    /// <param name="after">The last sequence seen: what follows is given, or GAP and a SNAPSHOT where that cannot be. Without it the stream begins with a SNAPSHOT.</param>
    /// <param name="queueMark">
    /// The `queueMark` that was given last, empty to begin with: with it the stream also tells when a place of the account's tickets in the queue
    /// changes. Left out, it does not.
    /// </param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="streams">The log.</param>
    /// <param name="moves">The queue.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static IAsyncEnumerable<AccountStreamEvent> FollowAccount(
        long? after,
        string? queueMark,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        EventStreams streams,
        QueueMoves moves,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        var account = viewer.RequireAccount();
        var events = streams.FollowAsync(
            new EventStreamRequest<AccountStreamEvent>
            {
                Account = account,
                Stream = EventStream.Customer,
                After = after,
                Snapshot = async (db, sequence, at, token) =>
                    new AccountSnapshotEvent(sequence, at, new AccountView(await db.Set<Account>().AsNoTracking().SingleAsync(row => row.Id == account, token))),
                Gap = (sequence, at) => new AccountGapEvent(sequence, at),
                Read = happened => new AccountActivityEvent(happened),
            },
            cancellationToken);
        return queueMark is null
            ? events
            : events.WithMovesAsync(
                moves.FollowAsync(cancellationToken),
                queue => queue.MarkOf(account),
                queueMark,
                after,
                (sequence, mark) => new AccountQueueMovedEvent(sequence, clock.GetCurrentInstant(), mark),
                cancellationToken);
    }
}
