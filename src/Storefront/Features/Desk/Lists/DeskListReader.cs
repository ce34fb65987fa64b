using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Desk.Lists;

/// <summary>The desk's list and board: a page of what is looked at, sorted and counted by the database, however many tickets there are.</summary>
public sealed class DeskListReader(StoreSnapshots snapshots, DeskEntryReader entries, BusinessClock clock)
{
    /// <summary>How many tickets a page lists.</summary>
    public const int PageSize = 50;

    /// <summary>How many cards a column of the board shows.</summary>
    public const int ColumnSize = 20;

    /// <summary>The columns of the board.</summary>
    private static readonly TicketStatus[] Columns =
    [
        TicketStatus.Open,
        TicketStatus.Assessing,
        TicketStatus.AwaitingApproval,
        TicketStatus.Planned,
        TicketStatus.InProgress,
        TicketStatus.WaitingForCustomer,
        TicketStatus.Resolved,
    ];

    /// <summary>A page of tickets, those to be looked at first before the others.</summary>
    public Task<DeskListPage> ListAsync(DeskListQuery query, UserId viewer, CancellationToken cancellationToken) => snapshots.ReadAsync(
        async (db, token) =>
        {
            var now = clock.GetCurrentInstant();
            var tickets = Fitting(db, query, viewer, now);
            if (query.Status is { } status)
            {
                tickets = tickets.Where(ticket => ticket.Status == status);
            }

            var rows = await Sorted(tickets, query).Skip(query.At * PageSize).Take(PageSize).ToListAsync(token);
            return new DeskListPage(
                await entries.ReadAsync(db, rows, token), await tickets.CountAsync(token), await CountAsync(db, viewer, now, token));
        },
        cancellationToken);

    /// <summary>The board: the tickets of each status, those to be looked at first before the others.</summary>
    public Task<IReadOnlyList<DeskColumn>> ReadBoardAsync(DeskListQuery query, UserId viewer, CancellationToken cancellationToken) => snapshots.ReadAsync<IReadOnlyList<DeskColumn>>(
        async (db, token) =>
        {
            var fitting = db.Set<Ticket>().AsNoTracking().Narrowed(db, query, viewer);
            if (query.Show is not (DeskFilter.Open or DeskFilter.Done))
            {
                fitting = fitting.Showing(query.Show, viewer, clock.GetCurrentInstant());
            }

            var counts = await fitting.GroupBy(ticket => ticket.Status).Select(tickets => new { tickets.Key, Count = tickets.Count() })
                .ToDictionaryAsync(tickets => tickets.Key, tickets => tickets.Count, token);
            var rows = new List<Ticket>();
            foreach (var column in Columns.Where(counts.ContainsKey))
            {
                var own = fitting.Where(ticket => ticket.Status == column);
                rows.AddRange(await (column == TicketStatus.Resolved
                    ? own.OrderByDescending(ticket => ticket.UpdatedAt).ThenByDescending(ticket => ticket.Number)
                    : ByRisk(own)).Take(ColumnSize).ToListAsync(token));
            }

            var cards = (await entries.ReadAsync(db, rows, token)).ToLookup(entry => entry.Ticket.Status);
            return [.. Columns.Select(column => new DeskColumn(column, [.. cards[column]], counts.GetValueOrDefault(column)))];
        },
        cancellationToken);

    /// <summary>How many tickets each view shows.</summary>
    public Task<DeskCounts> CountAsync(UserId viewer, CancellationToken cancellationToken) =>
        snapshots.ReadAsync((db, token) => CountAsync(db, viewer, clock.GetCurrentInstant(), token), cancellationToken);

    /// <summary>A search without another view looks at all tickets, finished or not.</summary>
    private static IQueryable<Ticket> Fitting(StorefrontDb db, DeskListQuery query, UserId viewer, Instant now)
    {
        var tickets = db.Set<Ticket>().AsNoTracking().Narrowed(db, query, viewer);
        return query.Show == DeskFilter.Open && (query.IsSearch || query.Status is not null) ? tickets : tickets.Showing(query.Show, viewer, now);
    }

    private static IQueryable<Ticket> Sorted(IQueryable<Ticket> tickets, DeskListQuery query) => query.Order switch
    {
        DeskOrder.Risk when query.Show == DeskFilter.Done => tickets.OrderByDescending(ticket => ticket.UpdatedAt).ThenByDescending(ticket => ticket.Number),
        DeskOrder.Risk => ByRisk(tickets),
        DeskOrder.Queue => tickets.OrderBy(ticket => ticket.ClassRank).ThenBy(ticket => ticket.QueuedAt ?? ticket.JoinsAt).ThenBy(ticket => ticket.Number),
        DeskOrder.Updated => tickets.OrderByDescending(ticket => ticket.UpdatedAt).ThenByDescending(ticket => ticket.Number),
        DeskOrder.Newest => tickets.OrderByDescending(ticket => ticket.Number),
    };

    private static IQueryable<Ticket> ByRisk(IQueryable<Ticket> tickets) => tickets
        .OrderBy(ticket => ticket.PromiseDueAt).ThenBy(ticket => ticket.ClassRank).ThenBy(ticket => ticket.JoinsAt).ThenBy(ticket => ticket.Number);

    private static async Task<DeskCounts> CountAsync(StorefrontDb db, UserId viewer, Instant now, CancellationToken cancellationToken)
    {
        var groups = await db.Set<Ticket>().Unfinished()
            .GroupBy(ticket => new
            {
                ticket.Status,
                ticket.ClassConfirmed,
                IsMine = ticket.AssigneeId == viewer,
                IsNobodys = ticket.AssigneeId == null,
                Risk = ticket.PromiseDueAt < now ? TargetUrgency.Missed : ticket.PromiseRisksFrom <= now ? TargetUrgency.Soon : TargetUrgency.None,
            })
            .Select(tickets => new { tickets.Key, Count = tickets.Count() })
            .ToListAsync(cancellationToken);
        return new DeskCounts([
            .. groups.Select(group => new DeskCount(
                group.Key.Status, group.Key.ClassConfirmed, group.Key.IsMine, group.Key.IsNobodys, group.Key.Risk, group.Count)),
        ]);
    }
}
