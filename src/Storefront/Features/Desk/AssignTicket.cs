using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk;

/// <summary>A member of staff takes a ticket, or leaves it to whoever comes next. Customers are not told.</summary>
public sealed class AssignTicket(StaffTransactions work)
{
    /// <param name="key">The ticket.</param>
    /// <param name="takes">True to take it, false to let it go.</param>
    /// <param name="staff">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Result<Ticket>> HandleAsync(TicketKey key, bool takes, Viewer staff, CancellationToken cancellationToken) => work.RunAsync<Ticket>(
        key,
        staff,
        (scope, ticket, _) =>
        {
            UserId? assignee = takes ? staff.UserId : null;
            if (ticket.Row.AssigneeId != assignee)
            {
                ticket.Row.AssigneeId = assignee;
                scope.AppendStaff(new TicketAssigned(ticket.Row.Id, assignee));
            }

            return Task.FromResult<Result<Ticket>>(ticket.Row);
        },
        cancellationToken);
}
