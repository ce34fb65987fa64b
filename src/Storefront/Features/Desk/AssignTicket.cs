using Storefront.Domain.Shared;
using Storefront.Features.Desk.Lists;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk;

/// <summary>A member of staff takes a ticket, gives it to a colleague, or leaves it to whoever comes next. Customers are not told.</summary>
public sealed class AssignTicket(StaffTransactions work)
{
    /// <param name="key">The ticket.</param>
    /// <param name="takes">True to take it, false to let it go.</param>
    /// <param name="staff">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Result<Ticket>> HandleAsync(TicketKey key, bool takes, Viewer staff, CancellationToken cancellationToken) =>
        HandleAsync(key, takes ? staff.UserId : null, staff, cancellationToken);

    /// <summary>The ticket, or <see cref="NotStaff"/>.</summary>
    /// <param name="key">The ticket.</param>
    /// <param name="assignee">Who is to do it; null for nobody.</param>
    /// <param name="staff">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Result<Ticket>> HandleAsync(TicketKey key, UserId? assignee, Viewer staff, CancellationToken cancellationToken) => work.RunAsync<Ticket>(
        key,
        staff,
        async (scope, ticket, token) =>
        {
            if (assignee is { } other && other != staff.UserId && !await StaffReader.IsStaffAsync(scope.Db, other, token))
            {
                return new NotStaff();
            }

            if (ticket.Row.AssigneeId != assignee)
            {
                ticket.Row.AssigneeId = assignee;
                scope.AppendStaff(new TicketAssigned(ticket.Row.Id, assignee));
            }

            return ticket.Row;
        },
        cancellationToken);
}

/// <summary>Only people of the house are given tickets.</summary>
public sealed record NotStaff : Refusal
{
    public override string Code => "NOT_STAFF";
}
