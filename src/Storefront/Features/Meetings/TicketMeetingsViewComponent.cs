using Microsoft.AspNetCore.Mvc;
using Storefront.Domain.Houses;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;

namespace Storefront.Features.Meetings;

/// <summary>What the card of a ticket shows of its meetings.</summary>
/// <param name="Meetings">Those that were not called off, in order, with where each is changed.</param>
/// <param name="Ticket">The ticket's number, where one can be asked for on it; otherwise null.</param>
public sealed record TicketMeetings(IReadOnlyList<(Meeting Meeting, string Link)> Meetings, int? Ticket);

/// <summary>The card of a ticket's page: its meetings, and the way to ask for one (FLU-22).</summary>
public sealed class TicketMeetingsViewComponent(MeetingReader reader, MeetingLinks links, Handbook handbook) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Ticket ticket, bool canBook)
    {
        var meetings = await reader.OfTicketAsync(ticket.AccountId, ticket.Id, HttpContext.RequestAborted);
        var isOpen = ticket.Status is not (TicketStatus.Resolved or TicketStatus.Closed);
        return View("~/Features/Meetings/_OfTicket.cshtml", new TicketMeetings(
            [.. meetings.Select(meeting => (meeting, $"/meetings/{links.TokenOf(meeting.Id)}"))],
            canBook && isOpen && handbook.Meetings.OnTickets ? ticket.Number : null));
    }
}
