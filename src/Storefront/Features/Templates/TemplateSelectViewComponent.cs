using Microsoft.AspNetCore.Mvc;
using Storefront.Features.Tickets;

namespace Storefront.Features.Templates;

/// <summary>The choice of templates in the form of an answer; its button posts the form to the handler <c>Template</c>.</summary>
public sealed class TemplateSelectViewComponent(AnswerTemplates templates) : ViewComponent
{
    /// <param name="ticket">What is answered.</param>
    public async Task<IViewComponentResult> InvokeAsync(Ticket ticket) =>
        await templates.ListAsync(ticket.Key, HttpContext.RequestAborted) is { Count: > 0 } choices
            ? View("/Features/Templates/_Select.cshtml", (ticket.Number, choices))
            : Content("");
}
