using Microsoft.AspNetCore.Mvc;
using Storefront.Features.Tickets;

namespace Storefront.Features.Credentials;

/// <summary>What the card of a ticket shows of the safe.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Shared">What its staff may ask to see.</param>
/// <param name="Others">What else the customer could share; empty for staff.</param>
/// <param name="CanChange">Whether the reader may share and take back.</param>
public sealed record TicketCredentialsView(
    Ticket Ticket, IReadOnlyList<SharedCredential> Shared, IReadOnlyList<CredentialView> Others, bool CanChange);

/// <summary>The card of the customer's page of a ticket: what is shared with it, and what could be.</summary>
public sealed class TicketCredentialsViewComponent(CredentialReader reader) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Ticket ticket, bool canWrite)
    {
        var shared = await reader.OfTicketAsync(ticket.Key, HttpContext.RequestAborted);
        var isOpen = ticket.Status is not (Domain.Tickets.TicketStatus.Resolved or Domain.Tickets.TicketStatus.Closed);
        IReadOnlyList<CredentialView> others = canWrite && isOpen
            ? [.. (await reader.ListAsync(ticket.AccountId, HttpContext.RequestAborted)).Where(one => shared.All(other => other.Id != one.Id))]
            : [];
        return View("~/Features/Credentials/_OfTicket.cshtml", new TicketCredentialsView(ticket, shared, others, canWrite && isOpen));
    }
}

/// <summary>The card of the desk's page of a ticket: what its staff may ask to see.</summary>
public sealed class DeskCredentialsViewComponent(CredentialReader reader) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Ticket ticket, bool isMine) => View(
        "~/Features/Credentials/_OfDesk.cshtml",
        new TicketCredentialsView(ticket, await reader.OfTicketAsync(ticket.Key, HttpContext.RequestAborted), [], isMine));
}
