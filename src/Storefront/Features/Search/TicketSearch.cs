using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Search;

/// <summary>Finds tickets by their subjects and messages, the latest first; for staff by their notes too.</summary>
public sealed class TicketSearch(ISearchEngine engine, StoreSnapshots snapshots, IDbContextFactory<StorefrontDb> contexts)
{
    /// <summary>So many places are looked at in one go; what is older is looked at when it is asked for.</summary>
    public const int MostHits = 1000;

    private const int MostExcerpts = 8;

    /// <inheritdoc cref="FindAsync(SearchReach, SearchText, SearchPosition, CancellationToken)"/>
    public Task<TicketHits> FindAsync(SearchReach reach, SearchText text, CancellationToken cancellationToken) =>
        FindAsync(reach, text, SearchPosition.Start, cancellationToken);

    /// <summary>The tickets, each once, by the latest place at which the words are found.</summary>
    /// <param name="reach">What may be found.</param>
    /// <param name="text">What is looked for.</param>
    /// <param name="before">Only at places before it: where another search was cut.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<TicketHits> FindAsync(SearchReach reach, SearchText text, SearchPosition before, CancellationToken cancellationToken)
    {
        if (text.IsEmpty)
        {
            return TicketHits.None;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var hits = await engine.FindAsync(db, text, reach, MostHits, before, cancellationToken);
        SearchPosition? older = hits.Count == MostHits ? before.After(hits) : null;
        return new TicketHits(
            [
                .. hits.GroupBy(hit => new TicketKey(hit.AccountId, hit.TicketId))
                    .Select(found => new TicketHit(found.Key, [.. found.Take(MostExcerpts)], text, older)),
            ],
            older);
    }

    /// <summary>What a page shows of hits; those whose ticket has gone meanwhile are left out.</summary>
    public Task<IReadOnlyList<TicketFound>> ReadAsync(IReadOnlyList<TicketHit> hits, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) =>
        {
            var (accounts, ids) = (hits.Select(hit => hit.Key.AccountId).Distinct().ToList(), hits.Select(hit => hit.Key.Id).ToList());
            var tickets = await db.Set<Ticket>().AsNoTracking()
                .Where(ticket => accounts.Contains(ticket.AccountId) && ids.Contains(ticket.Id)).ToDictionaryAsync(ticket => ticket.Key, token);
            var names = await db.Set<Account>().Where(account => accounts.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.Name, token);
            var bodies = await BodiesAsync(db, accounts, [.. hits.SelectMany(hit => hit.Places)], token);
            return (IReadOnlyList<TicketFound>)[.. hits.Where(hit => tickets.ContainsKey(hit.Key)).Select(hit => Found(hit, tickets[hit.Key], names[hit.Key.AccountId], bodies))];
        },
        cancellationToken);

    private static TicketFound Found(TicketHit hit, Ticket ticket, string account, Dictionary<(TicketMessageId Id, bool IsNote), string> bodies)
    {
        var excerpts = hit.Places
            .Where(place => place.MessageId is { } id && bodies.ContainsKey((id, place.IsNote)))
            .Select(place => (Place: place, Excerpt: Excerpt.Of(MarkdownText.ToPlain(bodies[(place.MessageId!.Value, place.IsNote)]), hit.Text)));
        var (said, excerpt) = excerpts.FirstOrDefault(read => read.Excerpt.HasHits);
        return new TicketFound(
            ticket,
            account,
            said switch
            {
                null => SearchPlace.Subject,
                { IsNote: true } => SearchPlace.Note,
                _ => SearchPlace.Message,
            },
            said is null ? ticket.OpenedAt : Instant.FromUnixTimeTicks(said.At * 10),
            said?.MessageId,
            Excerpt.Whole(ticket.Subject, hit.Text),
            excerpt);
    }

    private static async Task<Dictionary<(TicketMessageId Id, bool IsNote), string>> BodiesAsync(
        StorefrontDb db, List<AccountId> accounts, ImmutableArray<SearchHit> places, CancellationToken cancellationToken)
    {
        var said = places.Where(place => !place.IsNote).Select(place => place.MessageId).OfType<TicketMessageId>().ToList();
        var noted = places.Where(place => place.IsNote).Select(place => place.MessageId).OfType<TicketMessageId>().ToList();
        var bodies = await db.Set<TicketMessage>().Where(message => accounts.Contains(message.AccountId) && said.Contains(message.Id))
            .ToDictionaryAsync(message => (message.Id, false), message => message.Body, cancellationToken);
        if (noted.Count > 0)
        {
            foreach (var note in await db.Set<StaffNote>().AsNoTracking()
                .Where(note => accounts.Contains(note.AccountId) && noted.Contains(note.Id)).ToListAsync(cancellationToken))
            {
                bodies[(note.Id, true)] = note.Body;
            }
        }

        return bodies;
    }
}
