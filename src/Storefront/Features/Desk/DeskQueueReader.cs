using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk.Lists;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Desk;

/// <summary>Tickets of all accounts as staff see them: in the queue's order, with the promise that is next.</summary>
public sealed class DeskQueueReader(StoreSnapshots snapshots, TicketQueueReader queue, TicketPlaces places, DeskEntryReader lines, BusinessClock clock)
{
    /// <summary>How many finished tickets are listed at most.</summary>
    private const int MostDone = 100;

    /// <summary>
    /// Everything unfinished in order: what is in progress, the queue (FLU-15), what waits, what is scheduled; each by class, then arrival.
    /// </summary>
    public Task<DeskQueue> ReadAsync(CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) =>
        {
            var rows = await db.Set<Ticket>().AsNoTracking().Unfinished().ToListAsync(token);
            var house = await queue.ReadAsync(db, token);
            var entries = await lines.ReadAsync(db, rows, token, house.PlaceOf);
            return new DeskQueue(
                [
                    .. entries
                        .OrderBy(entry => entry switch
                        {
                            { Ticket.Status: TicketStatus.InProgress } => 0,
                            { Place: not null } => 1,
                            { IsWaiting: true } => 2,
                            _ => 3,
                        })
                        .ThenBy(entry => entry.Place?.Position)
                        .ThenBy(entry => entry.Ticket.ClassRank)
                        .ThenBy(entry => entry.Ticket.JoinsAt)
                        .ThenBy(entry => entry.Ticket.Number),
                ],
                clock.GetCurrentInstant());
        },
        cancellationToken);

    /// <summary>The tickets that were finished last, the latest first.</summary>
    public Task<IReadOnlyList<DeskEntry>> ReadDoneAsync(CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) => await lines.ReadAsync(
            db,
            await db.Set<Ticket>().AsNoTracking().Finished()
                .OrderByDescending(ticket => ticket.UpdatedAt).ThenByDescending(ticket => ticket.Number).Take(MostDone).ToListAsync(token),
            token),
        cancellationToken);

    /// <summary>All of one account's tickets, the latest first.</summary>
    public Task<IReadOnlyList<DeskEntry>> ReadAccountAsync(AccountId account, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) =>
        {
            var rows = await db.Set<Ticket>().AsNoTracking().Where(ticket => ticket.AccountId == account)
                .OrderByDescending(ticket => ticket.UpdatedAt).ThenByDescending(ticket => ticket.Number).Take(MostDone).ToListAsync(token);
            var found = await places.FindAsync(db, rows, token);
            return await lines.ReadAsync(db, rows, token, found.GetValueOrDefault);
        },
        cancellationToken);

    /// <summary>The entries that a search finds: the number, or words of the subject or of the customer's name, whatever capitals and accents.</summary>
    public static IEnumerable<DeskEntry> Search(IEnumerable<DeskEntry> entries, string? text)
    {
        var words = FoldedText.Of(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 0
            ? entries
            : entries.Where(entry =>
            {
                var number = entry.Ticket.Number.ToString(CultureInfo.InvariantCulture);
                var searched = $"{entry.Ticket.FoldedSubject} {FoldedText.Of(entry.Account.Name)}";
                return words.All(word => word.TrimStart('#') == number || searched.Contains(word, StringComparison.Ordinal));
            });
    }
}

/// <summary>What is unfinished, in order.</summary>
/// <param name="Entries">The tickets, the next first.</param>
/// <param name="At">When it stood so.</param>
public sealed record DeskQueue(IReadOnlyList<DeskEntry> Entries, Instant At);
