using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Hours.Charging;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk;

/// <summary>Staff send a ticket to another status. Who starts one that is nobody's takes it; of a resolved one the customer is told by mail.</summary>
public sealed class ChangeTicketStatus(StaffTransactions work, TicketStore tickets, DeskMails mails, TicketCharging charging)
{
    /// <summary>The ticket, or <see cref="TicketStepNotAllowed"/> or <see cref="AssessmentFirst"/>.</summary>
    public Task<Result<Ticket>> HandleAsync(TicketKey key, TicketStatus to, Viewer staff, CancellationToken cancellationToken) =>
        work.RunAsync<Ticket>(
            key,
            staff,
            async (scope, ticket, token) =>
            {
                var moved = TicketRules.Move(ticket.State, tickets.Policy, to, TicketActor.Staff, scope.Now);
                if (moved.IsRefused)
                {
                    return moved.Refusal;
                }

                tickets.Save(scope, ticket, moved.Value);
                if (to == TicketStatus.Closed && moved.Value.Events.Length > 0)
                {
                    await charging.CloseAsync(scope, ticket.Row, token);
                }

                if (to == TicketStatus.InProgress && ticket.Row.AssigneeId is null)
                {
                    ticket.Row.AssigneeId = staff.UserId;
                    scope.AppendStaff(new TicketAssigned(ticket.Row.Id, staff.UserId));
                }

                if (to == TicketStatus.Resolved && moved.Value.Events.Length > 0)
                {
                    await mails.ResolvedAsync(scope, ticket.Row, token);
                }

                return ticket.Row;
            },
            cancellationToken);
}
