using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Help;

/// <summary>Asks the customer whether the automatic answer was enough, until it says so or a person has answered.</summary>
public sealed class AutomaticAnswerViewComponent(StorefrontDb db) : ViewComponent
{
    /// <param name="ticket">The ticket that is looked at.</param>
    /// <param name="canWrite">Whether the reader may say so.</param>
    public async Task<IViewComponentResult> InvokeAsync(Ticket ticket, bool canWrite)
    {
        if (!canWrite || ticket.Status is TicketStatus.Closed or TicketStatus.Resolved || ticket.FirstAnsweredAt is not null
            || await db.Set<AutomaticAnswer>().AsNoTracking().SingleOrDefaultAsync(
                row => row.AccountId == ticket.AccountId && row.TicketId == ticket.Id, HttpContext.RequestAborted) is not { } answer)
        {
            return Content("");
        }

        return View("/Features/Help/_Judge.cshtml", (ticket.Number, answer));
    }
}
