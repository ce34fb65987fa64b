using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Hours.Charging;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Help;

/// <summary>A customer says whether the automatic answer was enough: then the ticket is closed, otherwise it waits for a person as before (ALF-05).</summary>
public sealed class JudgeAutomaticAnswer(AccountTransactions transactions, TicketStore tickets, TicketCharging charging)
{
    /// <returns>Done, also when it was said before; or why not.</returns>
    public async Task<Result<Done>> HandleAsync(TicketId id, bool solved, Viewer viewer, CancellationToken cancellationToken) =>
        viewer.WritableAccount().TryGet(out var account, out var refusal)
            ? await transactions.RunAsync<Done>(account, (scope, token) => JudgeAsync(scope, id, solved, token), cancellationToken)
            : refusal;

    private async Task<Result<Done>> JudgeAsync(AccountScope scope, TicketId id, bool solved, CancellationToken cancellationToken)
    {
        if (await tickets.FindAsync(scope.Db, scope.AccountId, id, cancellationToken) is not { } ticket
            || await scope.Db.Set<AutomaticAnswer>().SingleOrDefaultAsync(
                row => row.AccountId == scope.AccountId && row.TicketId == id, cancellationToken) is not { } answer)
        {
            return new NotFound("ticket");
        }

        if (answer.Solved == solved)
        {
            return Done.Value;
        }

        var change = new TicketChange(ticket.State, []);
        if (solved && !TicketRules.Move(ticket.State, tickets.Policy, TicketStatus.Closed, TicketActor.Customer, scope.Now).TryGet(out change, out var impossible))
        {
            return impossible;
        }

        (answer.Solved, answer.JudgedAt) = (solved, scope.Now);
        tickets.Save(scope, ticket, change, new TicketAutomaticAnswerJudged(id, solved));
        if (change.Events.Length > 0)
        {
            await charging.CloseAsync(scope, ticket.Row, cancellationToken);
        }

        return Done.Value;
    }
}
