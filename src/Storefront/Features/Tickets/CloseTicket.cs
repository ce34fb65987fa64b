using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Hours.Charging;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>A customer is done with a ticket, whatever became of it. Closing it again changes nothing.</summary>
public sealed class CloseTicket(AccountTransactions transactions, TicketStore tickets, TicketCharging charging)
{
    public async Task<Result<Done>> HandleAsync(TicketId id, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.WritableAccount().TryGet(out var account, out var refusal))
        {
            return refusal;
        }

        return await transactions.RunAsync<Done>(account, async (scope, token) =>
        {
            if (await tickets.FindAsync(scope.Db, scope.AccountId, id, token) is not { } ticket)
            {
                return new NotFound("ticket");
            }

            var closed = TicketRules.Move(ticket.State, tickets.Policy, TicketStatus.Closed, TicketActor.Customer, scope.Now);
            if (closed.TryGet(out var change, out var impossible))
            {
                tickets.Save(scope, ticket, change);
                if (change.Events.Length > 0)
                {
                    await charging.CloseAsync(scope, ticket.Row, token);
                }

                return Done.Value;
            }

            return impossible;
        },
        cancellationToken);
    }
}
