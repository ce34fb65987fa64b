using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets;

/// <summary>
/// Tickets by whether they are over. A condition of its own: written into another one it becomes other SQL than that of the indexes that hold
/// only such tickets, and then every ticket that ever was is read.
/// </summary>
internal static class TicketStages
{
    /// <summary>The condition of the indexes that hold only unfinished tickets.</summary>
    public const string UnfinishedFilter = "status NOT IN ('Resolved', 'Closed')";

    /// <summary>The condition of the indexes that hold only finished tickets.</summary>
    public const string FinishedFilter = "status IN ('Resolved', 'Closed')";

    /// <summary>Neither resolved nor closed.</summary>
    public static IQueryable<Ticket> Unfinished(this IQueryable<Ticket> tickets) =>
        tickets.Where(ticket => ticket.Status != TicketStatus.Resolved && ticket.Status != TicketStatus.Closed);

    /// <summary>Resolved or closed.</summary>
    public static IQueryable<Ticket> Finished(this IQueryable<Ticket> tickets) =>
        tickets.Where(ticket => ticket.Status == TicketStatus.Resolved || ticket.Status == TicketStatus.Closed);
}
