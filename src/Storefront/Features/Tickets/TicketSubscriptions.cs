using Microsoft.EntityFrameworkCore;
using Storefront.Features.Api;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Features.Tickets;

/// <summary>What happens to tickets, live.</summary>
[SubscriptionType]
public static class TicketSubscriptions
{
    /// <summary>Everything that happens to a ticket, each event once and in order; first its present state.</summary>
    /// <param name="message">The event.</param>
    [Subscribe(With = nameof(FollowTicketAsync))]
    [Authorize(Scopes = [TicketScopes.Read])]
    public static TicketStreamEvent TicketEvents([EventMessage] TicketStreamEvent message) => message;

    /// <param name="ticketId">The ticket.</param>
    /// <param name="after">The last sequence seen: what follows is given, or GAP and a SNAPSHOT where that cannot be. Without it the stream begins with a SNAPSHOT.</param>
    /// <param name="queueMark">
    /// The `queueMark` that was given last, empty to begin with: with it the stream also tells when the ticket's place in the queue changes. Left
    /// out, it does not.
    /// </param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="contexts">The database.</param>
    /// <param name="streams">The log.</param>
    /// <param name="moves">The queue.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IAsyncEnumerable<TicketStreamEvent>> FollowTicketAsync(
        [ID("Ticket")] TicketKey ticketId,
        long? after,
        string? queueMark,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        IDbContextFactory<StorefrontDb> contexts,
        EventStreams streams,
        QueueMoves moves,
        BusinessClock clock,
        CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!viewer.MaySee(ticketId.AccountId)
            || !await db.Set<Ticket>().AnyAsync(ticket => ticket.AccountId == ticketId.AccountId && ticket.Id == ticketId.Id, cancellationToken))
        {
            throw new GraphQLException(new GraphQLError { Message = "There is no such ticket.", Code = ErrorCodes.NotFound });
        }

        var events = streams.FollowAsync(new EventStreamRequest<TicketStreamEvent>
        {
            Account = ticketId.AccountId,
            Ticket = ticketId.Id,
            Stream = EventStream.Customer,
            After = after,
            Snapshot = (_, sequence, at, _) => Task.FromResult<TicketStreamEvent>(new TicketSnapshotEvent(sequence, at, ticketId)),
            Gap = (sequence, at) => new TicketGapEvent(sequence, at, ticketId),
            Read = TicketStreamEvent.Of,
        },
        cancellationToken);
        return queueMark is null
            ? events
            : events.WithMovesAsync(
                moves.FollowAsync(cancellationToken),
                queue => queue.MarkOf(ticketId.AccountId, ticketId.Id),
                queueMark,
                after,
                (sequence, mark) => new TicketQueueMovedEvent(sequence, clock.GetCurrentInstant(), ticketId, mark),
                cancellationToken);
    }
}
