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

        return Of(ticket, events.Where(stored => stored.Happened is TicketClassified).Select(
            stored => new DecidedClass(stored.Sequence, stored.At, (TicketClassified)stored.Happened, kept.GetValueOrDefault(stored.Sequence))));
    }

    /// <summary>The reasons that were kept; of a ticket decided before each was kept, the last one alone, which stands on the ticket.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="decisions">Each time that its class was decided, in order.</param>
    /// <returns>By the sequence of the event.</returns>
    internal static FrozenDictionary<long, string> Of(Ticket ticket, IEnumerable<DecidedClass> decisions)
    {
        List<DecidedClass> decided = [.. decisions];
        if (ticket.ClassReason is { } reason && decided.All(each => each.Reason is null) && decided.LastOrDefault(each => each.Happened.Changed) is { } last)
        {
            decided = [last with { Reason = reason }];
        }

        return decided.Where(each => each.Reason is not null).ToFrozenDictionary(each => each.Sequence, each => each.Reason!);
    }
}
