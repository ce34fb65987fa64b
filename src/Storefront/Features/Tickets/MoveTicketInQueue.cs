using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <param name="TicketId">The ticket that moves.</param>
/// <param name="Before">The ticket of one's own before which it is to stand; null for the last place among one's own.</param>
public sealed record MoveTicketInQueueInput(TicketId TicketId, TicketId? Before);

/// <summary>
/// A customer puts one of its tickets that wait before another of equal class, where the house allows it. Its own share out the places they
/// have: nobody else's moves, and no promise either.
/// </summary>
public sealed class MoveTicketInQueue(AccountTransactions transactions, TicketStore tickets)
{
    public async Task<Result<Done>> HandleAsync(MoveTicketInQueueInput input, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.WritableAccount().TryGet(out var account, out var refusal))
        {
            return refusal;
        }

        return tickets.Policy.CustomerOrder
            ? await transactions.RunAsync<Done>(account, (scope, token) => MoveAsync(scope, input, token), cancellationToken)
            : new QueueOrderFixed();
    }

    private async Task<Result<Done>> MoveAsync(AccountScope scope, MoveTicketInQueueInput input, CancellationToken cancellationToken)
    {
        var named = input.Before ?? input.TicketId;
        var rows = await scope.Db.Set<Ticket>().Where(ticket => ticket.AccountId == scope.AccountId
            && (ticket.Id == input.TicketId || ticket.Id == named
                || ticket.Status == TicketStatus.Open || ticket.Status == TicketStatus.Assessing || ticket.Status == TicketStatus.Planned)).ToListAsync(cancellationToken);
        if (rows.Find(row => row.Id == input.TicketId) is not { } moved
            || (input.Before is { } wanted && !rows.Exists(row => row.Id == wanted)))
        {
            return new NotFound("ticket");
        }

        var waiting = rows.Where(row => row.IsQueued).OrderBy(row => row.QueuedAt ?? row.JoinsAt).ThenBy(row => row.Number)
            .Select(row => new QueuedTicket(row.Id, row.Number, row.ClassRank, PlanPriority: 0, row.QueuedAt ?? row.JoinsAt)).ToList();
        List<TicketId> wished = [.. waiting.Where(ticket => ticket.ClassRank == moved.ClassRank && ticket.Id != moved.Id).Select(ticket => ticket.Id)];
        if (input.Before is { } before && !wished.Contains(before))
        {
            return rows.Find(row => row.Id == before) is { IsQueued: true } other && other.Id != moved.Id ? new NotOneClass() : new TicketNotWaiting();
        }

        wished.Insert(input.Before is { } next ? wished.IndexOf(next) : wished.Count, moved.Id);
        if (!TicketQueue.Reorder(waiting, wished).TryGet(out var arrivals, out var refusal))
        {
            return refusal;
        }

        for (var index = 0; index < wished.Count; index++)
        {
            var ticket = (await tickets.FindAsync(scope.Db, scope.AccountId, wished[index], cancellationToken))!;
            if (ticket.State.Arrival != arrivals[index])
            {
                var placed = ticket.State with { QueuedAt = arrivals[index] == ticket.State.JoinsAt ? null : arrivals[index] };
                tickets.Save(scope, ticket, new TicketChange(placed, [new Domain.Tickets.TicketReordered(scope.Now)]));
            }
        }

        return Done.Value;
    }
}
