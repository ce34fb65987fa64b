using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>
/// What finished tickets of one kind and class took. The account's own are asked first; of others only the range is told, and only where it
/// is of so many customers that it says nothing about any of them (COM-06).
/// </summary>
public sealed class SimilarWork
{
    private const int MostTickets = 50;
    private const int FewestOfHouse = 6;
    private const int FewestAccounts = 3;

    public async Task<WorkOutlook?> ReadAsync(
        StorefrontDb db, AccountId account, string kindKey, string classKey, CancellationToken cancellationToken)
    {
        var finished = db.Set<Ticket>().AsNoTracking().Finished().Where(ticket => ticket.KindKey == kindKey && ticket.ClassKey == classKey);
        var own = await MinutesAsync(db, finished.Where(ticket => ticket.AccountId == account), cancellationToken);
        if (MinuteRange.Of(own.Select(ticket => ticket.Minutes)) is { } range)
        {
            return new WorkOutlook(range.Least, range.Most, range.Count, WorkBasis.OwnTickets);
        }

        var all = await MinutesAsync(db, finished, cancellationToken);
        return all.Count >= FewestOfHouse && all.Select(ticket => ticket.Account).Distinct().Count() >= FewestAccounts
            && MinuteRange.Of(all.Select(ticket => ticket.Minutes)) is { } usual
            ? new WorkOutlook(usual.Least, usual.Most, usual.Count, WorkBasis.HouseTickets)
            : null;
    }

    private static async Task<List<(AccountId Account, int Minutes)>> MinutesAsync(
        StorefrontDb db, IQueryable<Ticket> finished, CancellationToken cancellationToken)
    {
        var taken = await finished.OrderByDescending(ticket => ticket.Number).Take(MostTickets)
            .Select(ticket => new
            {
                ticket.AccountId,
                Minutes = db.Set<WorkLog>()
                    .Where(log => log.AccountId == ticket.AccountId && log.TicketId == ticket.Id && log.ReversedAt == null).Sum(log => log.Minutes),
            })
            .ToListAsync(cancellationToken);
        return [.. taken.Where(ticket => ticket.Minutes > 0).Select(ticket => (ticket.AccountId, ticket.Minutes))];
    }
}
