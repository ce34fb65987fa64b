using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Attachments;
using Storefront.Live;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Features.Tickets;

/// <summary>
/// Reads an account's tickets as its customer may see them. Every question names the account, so that another's things are not found
/// (COM-06); notes among staff are in none of the answers.
/// </summary>
public sealed class TicketReader(
    StoreSnapshots snapshots, IDbContextFactory<StorefrontDb> contexts, TicketStore tickets, TicketQueueReader queues, TicketPlaces queue,
    TicketTurnReader turns, BusinessClock clock)
{
    /// <summary>A page of the tickets that fit, unfinished first, then by when something last happened.</summary>
    public Task<TicketList> ListAsync(
        AccountId account, TicketFilter filter, TicketPosition? after, int first, CancellationToken cancellationToken) =>
        snapshots.ReadAsync(async (db, token) =>
        {
            var fitting = filter.Apply(Of(db, account));
            var rows = after is { Finished: true } ? [] : await LatestAsync(fitting.Unfinished(), after, first + 1, token);
            if (rows.Count <= first)
            {
                // One question for both would sort every ticket that ever was.
                rows.AddRange(await LatestAsync(fitting.Finished(), after is { Finished: true } ? after : null, first + 1 - rows.Count, token));
            }

            var places = await queue.OfAccountAsync(db, account, token);
            var page = rows.Take(first).ToList();
            return new TicketList(
                [.. page.Select(ticket => new TicketLine(ticket, places.GetValueOrDefault(ticket.Id)))],
                rows.Count > first ? new TicketPosition(IsFinished(page[^1]), page[^1].UpdatedAt, page[^1].Number) : null,
                await EventLogReader.LastSequenceAsync(db, account, EventStream.Customer, token),
                TicketPlaces.MarkOf(places.Values));
        },
        cancellationToken);

    /// <summary>One ticket with all that belongs to it, as of one moment; null when the account has no such one.</summary>
    public Task<TicketDetails?> FindAsync(AccountId account, int number, CancellationToken cancellationToken) =>
        snapshots.ReadAsync<TicketDetails?>(
            async (db, token) => await Of(db, account).SingleOrDefaultAsync(ticket => ticket.Number == number, token) is { } row
                ? await DetailsAsync(db, row, token)
                : null,
            cancellationToken);

    /// <summary>The id behind a number; null when the account has no such ticket.</summary>
    public async Task<TicketId?> FindIdAsync(AccountId account, int number, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(db, account).Where(ticket => ticket.Number == number).Select(ticket => (TicketId?)ticket.Id).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Whose a number is, for staff; null when the house has no such ticket.</summary>
    public async Task<TicketKey?> FindForStaffAsync(int number, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Ticket>().AsNoTracking().Where(ticket => ticket.Number == number)
            .Select(ticket => new TicketKey(ticket.AccountId, ticket.Id)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Whether the account has any ticket, whatever became of it.</summary>
    public async Task<bool> HasAnyAsync(AccountId account, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(db, account).AnyAsync(cancellationToken);
    }

    private static IQueryable<Ticket> Of(StorefrontDb db, AccountId account) =>
        db.Set<Ticket>().AsNoTracking().Where(ticket => ticket.AccountId == account);

    private static bool IsFinished(Ticket ticket) => ticket.Status is TicketStatus.Resolved or TicketStatus.Closed;

    private static Task<List<Ticket>> LatestAsync(
        IQueryable<Ticket> tickets, TicketPosition? after, int count, CancellationToken cancellationToken)
    {
        var rest = after is var (_, updatedAt, number)
            ? tickets.Where(ticket => ticket.UpdatedAt <= updatedAt && (ticket.UpdatedAt < updatedAt || ticket.Number < number))
            : tickets;
        return rest.OrderByDescending(ticket => ticket.UpdatedAt).ThenByDescending(ticket => ticket.Number).Take(count).ToListAsync(cancellationToken);
    }

    private async Task<TicketDetails> DetailsAsync(StorefrontDb db, Ticket row, CancellationToken cancellationToken)
    {
        var segments = await db.Set<TicketSegmentRow>().AsNoTracking()
            .Where(segment => segment.AccountId == row.AccountId && segment.TicketId == row.Id).ToListAsync(cancellationToken);
        var state = row.ToDomain(segments);
        var terms = await tickets.TermsAsync(db, row.AccountId, row.HandbookVersion, cancellationToken);
        var now = clock.GetCurrentInstant();
        var expected = row.WaitsForTurn ? await turns.ExpectedAsync(db, row.AccountId, now, sent: null, cancellationToken) : [];
        var targets = terms.Of(state, now).Expecting(expected.TryGetValue(row.Id, out var from) ? from : null);
        var place = await queue.FindAsync(db, row, cancellationToken);
        var pace = place is null ? null : await queues.ReadPaceAsync(db, now, cancellationToken);
        return new TicketDetails(
            row,
            state,
            targets,
            place,
            ExpectedStart.Of(state, targets, terms.Calendar, now),
            ExpectedStart.WindowOf(state, targets, place, pace, terms.Calendar, now),
            await MessagesAsync(db, row, cancellationToken),
            await WorkLogsAsync(db, row, cancellationToken),
            await EventLogReader.LastSequenceAsync(db, row.AccountId, EventStream.Customer, cancellationToken),
            TicketPlaces.MarkOf([place]));
    }

    private static async Task<ImmutableArray<TicketMessageView>> MessagesAsync(StorefrontDb db, Ticket row, CancellationToken cancellationToken)
    {
        var messages = await (
            from message in db.Set<TicketMessage>().AsNoTracking()
            join user in db.Users on message.AuthorId equals user.Id into authors
            from author in authors.DefaultIfEmpty()
            where message.AccountId == row.AccountId && message.TicketId == row.Id
            orderby message.At, message.Id
            select new { Message = message, Name = (string?)author.DisplayName }).ToListAsync(cancellationToken);
        var files = (await db.Set<Attachment>().AsNoTracking()
            .Where(file => file.AccountId == row.AccountId && file.TicketId == row.Id)
            .OrderBy(file => file.UploadedAt).ThenBy(file => file.FileName).ToListAsync(cancellationToken)).ToLookup(file => file.MessageId);
        return [.. messages.Select(item => new TicketMessageView(item.Message, item.Message.Outsider ?? item.Name ?? "", [.. files[item.Message.Id]]))];
    }

    private static async Task<ImmutableArray<WorkLogView>> WorkLogsAsync(StorefrontDb db, Ticket row, CancellationToken cancellationToken) =>
    [
        .. await (
            from log in db.Set<WorkLog>().AsNoTracking()
            join user in db.Users on log.StaffId equals user.Id into people
            from staff in people.DefaultIfEmpty()
            where log.AccountId == row.AccountId && log.TicketId == row.Id
            orderby log.WorkedAt, log.LoggedAt
            select new WorkLogView(log, staff.DisplayName ?? "")).ToListAsync(cancellationToken),
    ];
}
