using Microsoft.AspNetCore.Mvc;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Work;

/// <summary>The timer of the member of staff who looks at a ticket, and how many questions about its work wait.</summary>
public sealed class WorkTimerViewComponent(WorkReader reader, CurrentViewer current) : ViewComponent
{
    /// <param name="ticket">The ticket.</param>
    public async Task<IViewComponentResult> InvokeAsync(Ticket ticket)
    {
        var running = await reader.FindTimerAsync(current.Viewer!.UserId, HttpContext.RequestAborted);
        var open = (await reader.ListAsync(ticket.Key, HttpContext.RequestAborted)).Count(line => line.Open is not null);
        return View("/Features/Work/_Timer.cshtml", (running, (Ticket?)ticket, open, (string?)null));
    }
}
