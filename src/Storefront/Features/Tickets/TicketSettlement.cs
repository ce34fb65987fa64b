using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Tickets;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>What the clock does to an account's tickets (COM-07): scheduled ones join the queue, promises run out.</summary>
internal sealed class TicketSettlement(TicketStore tickets, TicketPromises promises) : IAccountSettlement
{
    public Task<Instant?> NextDueAsync(AccountScope scope, CancellationToken cancellationToken) => scope.Db.Set<Ticket>()
        .Where(ticket => ticket.AccountId == scope.AccountId && ticket.NextDueAt != null)
        .MinAsync(ticket => ticket.NextDueAt, cancellationToken);

    public async Task SettleAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        foreach (var due in await tickets.FindDueAsync(scope.Db, scope.AccountId, scope.Now, cancellationToken))
        {
            tickets.Save(scope, due, TicketRules.Settle(due.State, scope.Now));
        }

        await scope.Db.SaveChangesAsync(cancellationToken);
        await tickets.TakeTurnsAsync(scope, cancellationToken);
    }

    public async Task FinishAsync(AccountScope scope, CancellationToken cancellationToken)
    {
        await tickets.TakeTurnsAsync(scope, cancellationToken);
        await promises.RefreshAsync(scope, cancellationToken);
    }
}
