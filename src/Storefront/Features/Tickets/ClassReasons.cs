using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Storefront.Live;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>The reasons of each time that a ticket's class was decided (FLU-13).</summary>
public sealed class ClassReasons(IDbContextFactory<StorefrontDb> contexts)
{
    /// <param name="ticket">The ticket.</param>
    /// <param name="events">What happened to it, in order.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>By the sequence of the event.</returns>
    public async Task<IReadOnlyDictionary<long, string>> ReadAsync(Ticket ticket, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var kept = await db.Set<TicketClassReason>().AsNoTracking()
            .Where(row => row.AccountId == ticket.AccountId && row.TicketId == ticket.Id).ToDictionaryAsync(row => row.Sequence, row => row.Reason, cancellationToken);

        // Of a ticket decided before each reason was kept there is the last one.
        return kept.Count > 0 || ticket.ClassReason is null || events.LastOrDefault(stored => stored.Happened is TicketClassified { Changed: true }) is not { } last
            ? kept.ToFrozenDictionary()
            : new Dictionary<long, string> { [last.Sequence] = ticket.ClassReason };
    }
}
