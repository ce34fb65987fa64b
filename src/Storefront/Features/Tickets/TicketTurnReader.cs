using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>From when the promises run that wait for earlier tickets of the same account (FEN-16).</summary>
public sealed class TicketTurnReader(TicketStore tickets)
{
    private static readonly ImmutableDictionary<TicketId, Instant> None = ImmutableDictionary<TicketId, Instant>.Empty;

    /// <summary>For each of the account's tickets that waits, from when its promise is expected to run; empty where none does.</summary>
    /// <param name="db">The database.</param>
    /// <param name="account">The account.</param>
    /// <param name="now">Now.</param>
    /// <param name="sent">A ticket that is not there yet, to ask what would become of it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ImmutableDictionary<TicketId, Instant>> ExpectedAsync(
        StorefrontDb db, AccountId account, Instant now, TurnTicket? sent, CancellationToken cancellationToken)
    {
        if (tickets.Policy.Turns is not { } turns)
        {
            return None;
        }

        var rows = await db.Set<Ticket>().AsNoTracking().Unfinished().Where(ticket => ticket.AccountId == account).ToListAsync(cancellationToken);
        if (sent is null && !rows.Exists(row => row.WaitsForTurn))
        {
            return None;
        }

        var ids = rows.ConvertAll(row => row.Id);
        var segments = (await db.Set<TicketSegmentRow>().AsNoTracking()
            .Where(segment => segment.AccountId == account && ids.Contains(segment.TicketId)).ToListAsync(cancellationToken)).ToLookup(row => row.TicketId);
        var terms = new Dictionary<string, TicketTerms>(StringComparer.Ordinal);
        var all = new List<TurnTicket>();
        foreach (var row in rows)
        {
            if (!terms.TryGetValue(row.HandbookVersion, out var sold))
            {
                terms[row.HandbookVersion] = sold = await tickets.TermsAsync(db, account, row.HandbookVersion, cancellationToken);
            }

            all.Add(TicketStore.TurnOf(row, row.ToDomain(segments[row.Id]), sold, now));
        }

        // What would be its turn at once waits for nothing.
        if (sent is not null && TicketTurns.Next([.. all, sent], turns).Contains(sent))
        {
            return None;
        }

        return TicketTurns.Expected(sent is null ? all : [.. all, sent], tickets.Calendar, now);
    }
}

/// <summary>Says with promises that wait for an earlier ticket from when they are expected to run.</summary>
public static class ExpectedTurns
{
    public static IReadOnlyList<TargetProgress> Expecting(this IReadOnlyList<TargetProgress> targets, Instant? expected) => expected is null
        ? targets
        : [.. targets.Select(target => target.WaitsFor == PauseReason.EarlierTicket ? target with { ExpectedFrom = expected } : target)];
}
