using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <param name="TicketId">The ticket.</param>
/// <param name="Body">What is not right yet, in Markdown; null to say nothing.</param>
public sealed record ReopenTicketInput(TicketId TicketId, string? Body);

/// <summary>A customer takes up what was resolved or closed.</summary>
public sealed class ReopenTicket(AccountTransactions transactions, TicketStore tickets, TicketMessages messages)
{
    public async Task<Result<Done>> HandleAsync(ReopenTicketInput input, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.WritableAccount().TryGet(out var account, out var refusal))
        {
            return refusal;
        }

        string? body = null;
        if (!string.IsNullOrWhiteSpace(input.Body)
            && !TicketText.CheckBody(input.Body, tickets.Policy.Limits).TryGet(out body, out var fault))
        {
            return fault;
        }

        return await transactions.RunAsync<Done>(
            account, (scope, token) => ReopenAsync(scope, input.TicketId, body, viewer.UserId, token), cancellationToken);
    }

    private async Task<Result<Done>> ReopenAsync(AccountScope scope, TicketId id, string? body, UserId author, CancellationToken cancellationToken)
    {
        if (await tickets.FindAsync(scope.Db, scope.AccountId, id, cancellationToken) is not { } ticket)
        {
            return new NotFound("ticket");
        }

        if (ticket.State.IsUnresolved)
        {
            return new TicketStepNotAllowed(ticket.State.Status, TicketStatus.Open, TicketSteps.From(ticket.State.Status, TicketActor.Customer));
        }

        if (!TicketRules.Move(ticket.State, tickets.Policy, TicketStatus.Open, TicketActor.Customer, scope.Now).TryGet(out var change, out var refusal))
        {
            return refusal;
        }

        if (body is null)
        {
            tickets.Save(scope, ticket, change);
            return Done.Value;
        }

        var added = await messages.AddAsync(scope, ticket.State.Id, body, author, fromStaff: false, [], cancellationToken);
        return added.Map(message =>
        {
            tickets.Save(scope, ticket, change, TicketReplied.Of(message));
            return Done.Value;
        });
    }
}
