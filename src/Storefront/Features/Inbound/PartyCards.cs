using Microsoft.AspNetCore.Mvc;
using Storefront.Features.Tickets;

namespace Storefront.Features.Inbound;

/// <summary>What the card of a ticket shows of third parties and mail.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Parties">Who takes part.</param>
/// <param name="Address">Where mail about the ticket goes; null where none is taken.</param>
/// <param name="CanAdd">Whether the reader may write to others.</param>
/// <param name="CanRemove">Whether the reader may take somebody off.</param>
public sealed record TicketPartiesView(Ticket Ticket, IReadOnlyList<TicketParty> Parties, string? Address, bool CanAdd, bool CanRemove);

/// <summary>Third parties and the ticket's address, beside the ticket.</summary>
public sealed class TicketPartiesViewComponent(ThirdParties parties, TicketAddresses addresses, Domain.Houses.Handbook handbook) : ViewComponent
{
    /// <param name="ticket">The ticket, which the reader may see.</param>
    /// <param name="staff">Whether staff look at it.</param>
    /// <param name="canWrite">Whether the reader may write at all.</param>
    public async Task<IViewComponentResult> InvokeAsync(Ticket ticket, bool staff, bool canWrite)
    {
        var isOpen = ticket.Status != Domain.Tickets.TicketStatus.Closed;
        return View("~/Features/Inbound/_Parties.cshtml", new TicketPartiesView(
            ticket,
            await parties.ListAsync(ticket.Key, HttpContext.RequestAborted),
            addresses.Of(ticket.Key, ticket.Number),
            canWrite && isOpen && (!staff || handbook.Intake.StaffWriteToThirdParties),
            canWrite));
    }
}
