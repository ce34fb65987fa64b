using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Desk;

/// <summary>What staff do to a ticket runs here: in the transaction of the ticket's account, with the ticket as it stands.</summary>
public sealed class StaffTransactions(AccountTransactions transactions, TicketStore tickets)
{
    /// <summary>Runs an action on a ticket; for anybody but staff there is no such ticket (COM-06).</summary>
    public Task<Result<T>> RunAsync<T>(
        TicketKey key,
        Viewer staff,
        Func<AccountScope, CurrentTicket, CancellationToken, Task<Result<T>>> action,
        CancellationToken cancellationToken) =>
        staff.IsStaff
            ? transactions.RunAsync<T>(
                key.AccountId,
                async (scope, token) => await tickets.FindAsync(scope.Db, key.AccountId, key.Id, token) is { } ticket
                    ? await action(scope, ticket, token)
                    : new NotFound("ticket"),
                cancellationToken)
            : Task.FromResult<Result<T>>(new NotFound("ticket"));

    /// <summary>Does to a ticket what a rule says, and writes it.</summary>
    public Task<Result<Ticket>> ChangeAsync(
        TicketKey key, Viewer staff, Func<AccountScope, TicketState, Result<TicketChange>> rule, CancellationToken cancellationToken) =>
        RunAsync<Ticket>(key, staff, (scope, ticket, _) => Task.FromResult(Save(scope, ticket, rule(scope, ticket.State))), cancellationToken);

    private Result<Ticket> Save(AccountScope scope, CurrentTicket ticket, Result<TicketChange> change) => change.Map(made =>
    {
        tickets.Save(scope, ticket, made);
        return ticket.Row;
    });
}
