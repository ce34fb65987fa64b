using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Hours.Charging;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk;

/// <summary>The house confirms the class that a customer proposed, or changes it with a reason that the customer reads (FLU-13).</summary>
public sealed class ClassifyTicket(StaffTransactions work, TicketStore tickets, TicketCharging charging)
{
    /// <summary>Most characters of a reason.</summary>
    public const int ReasonLength = 500;

    /// <summary>The ticket, its clock untouched; or why not: <see cref="ClassReasonMissing"/>, <see cref="UnknownTicketClass"/> …</summary>
    public Task<Result<Ticket>> HandleAsync(TicketKey key, string classKey, string? reason, Viewer staff, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(reason))
        {
            var text = TicketText.Check("reason", reason, ReasonLength, multiline: false);
            if (text.IsRefused)
            {
                return Task.FromResult<Result<Ticket>>(text.Refusal);
            }

            reason = text.Value;
        }

        return work.RunAsync<Ticket>(
            key,
            staff,
            async (scope, ticket, token) =>
            {
                var change = ticket.State.ClassConfirmed && ticket.State.ClassKey == classKey && string.IsNullOrWhiteSpace(reason)
                    ? new TicketChange(ticket.State, [])
                    : TicketRules.Classify(ticket.State, tickets.Policy, classKey, reason, scope.Now);
                if (change.IsRefused)
                {
                    return change.Refusal;
                }

                tickets.Save(scope, ticket, change.Value);

                // What had been free may cost under another class, and the other way round (FEN-11).
                return (await charging.RejudgeAsync(scope, ticket.Row, token)).Map(_ => ticket.Row);
            },
            cancellationToken);
    }
}
