using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Tickets.Intake;

/// <summary>Staff found out whether an integration can be done without a documented API: it is assessed further, or returned with the reason (FLU-27).</summary>
public sealed class AssessViability(StaffTransactions work, TicketStore tickets, IntakeAnswers answers)
{
    /// <returns>The ticket, or <see cref="ViabilityNotAsked"/>, <see cref="TicketNotOpen"/>, <see cref="TextNotValid"/>.</returns>
    public Task<Result<Ticket>> HandleAsync(TicketKey key, bool isViable, string? text, Viewer staff, CancellationToken cancellationToken) =>
        TicketText.CheckBody(text, tickets.Policy.Limits).TryGet(out var body, out var fault)
            ? work.RunAsync<Ticket>(
                key,
                staff,
                async (scope, ticket, token) =>
                {
                    if (!TicketIntake.AssessViability(ticket.State, isViable, scope.Now).TryGet(out var change, out var refusal))
                    {
                        return refusal;
                    }

                    (await TicketIntakes.OfAsync(scope, ticket.Row.Id, token)).Viable = isViable;
                    await answers.SayAsync(scope, ticket, change, body, staff, token);
                    return ticket.Row;
                },
                cancellationToken)
            : Task.FromResult<Result<Ticket>>(fault);
}
