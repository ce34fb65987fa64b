using Microsoft.AspNetCore.Mvc;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Work;

/// <summary>The work on a ticket with what was asked about it, for its customer.</summary>
public sealed class WorkListViewComponent(WorkReader reader, CurrentViewer current) : ViewComponent
{
    /// <param name="ticket">The ticket, which the viewer may see.</param>
    public async Task<IViewComponentResult> InvokeAsync(Ticket ticket) => View(
        "/Features/Work/_List.cshtml",
        (ticket, await reader.ListAsync(ticket.Key, HttpContext.RequestAborted), current.Viewer is { } viewer && !viewer.WritableAccount().IsRefused));
}
