using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>A customer is done with a ticket, whatever became of it. Closing it again changes nothing.</summary>
public sealed class CloseTicket(AccountTransactions transactions, TicketStore tickets)
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

            return TicketRules.Move(ticket.State, tickets.Policy, TicketStatus.Closed, TicketActor.Customer, scope.Now).Map(change =>
            {
                tickets.Save(scope, ticket, change);
                return Done.Value;
            });
        },
        cancellationToken);
    }
}
