using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Desk;

/// <summary>Staff give a ticket a day, or another one.</summary>
public sealed class PlanTicket(StaffTransactions work, TicketStore tickets, Handbooks handbooks)
{
    /// <summary>The ticket, or <see cref="PlannedInThePast"/>, <see cref="TicketStepNotAllowed"/>, <see cref="AssessmentFirst"/>.</summary>
    /// <param name="key">The ticket.</param>
    /// <param name="day">A day of the house's zone.</param>
    /// <param name="staff">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Result<Ticket>> HandleAsync(TicketKey key, LocalDate day, Viewer staff, CancellationToken cancellationToken) => work.ChangeAsync(
        key,
        staff,
        (scope, ticket) => TicketRules.Plan(ticket, tickets.Policy, day, handbooks.Present.Calendar.DateOf(scope.Now), scope.Now),
        cancellationToken);
}
