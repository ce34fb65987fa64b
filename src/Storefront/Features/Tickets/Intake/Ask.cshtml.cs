using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Tickets.Intake;

/// <summary>Asks for priority, says that access was granted, or asks for a quote of what was turned down.</summary>
public sealed class AskModel(
    TicketReader reader,
    AskForPriority priority,
    GrantAccess access,
    AskForQuote quote,
    CurrentViewer current,
    RefusalTexts refusals,
    IStringLocalizer<TicketsTexts> ticketTexts,
    IStringLocalizer<IntakeTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    [BindProperty]
    public string? Text { get; set; }

    public string ClassKey { get; private set; } = "";

    private Viewer Viewer => current.Viewer!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } ticket)
        {
            return NotFound();
        }

        var asked = What switch
        {
            "priority" => await priority.HandleAsync(ticket, Text, Viewer, cancellationToken),
            "access" => await access.HandleAsync(ticket, Text, Viewer, cancellationToken),
            _ => await quote.HandleAsync(ticket, Viewer, cancellationToken),
        };
        if (asked.Refusal is not { } refusal)
        {
            this.Tell(texts[$"Ask.{What}.Told"]);
            return RedirectToPage("/Tickets/Show", new { number = Number });
        }

        Add(refusal);
        return Page();
    }

    private void Add(Refusal refusal)
    {
        if (refusal is TextNotValid { Faults: [var fault, ..] })
        {
            ModelState.AddModelError(nameof(Text), ticketTexts[$"Text.{fault.Kind}", fault.Length, fault.MaxLength]);
            return;
        }

        ModelState.AddModelError("", refusals.Describe(refusal));
    }

    private async Task<TicketId?> FindAsync(CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is not { } account || await reader.FindAsync(account, Number, cancellationToken) is not { } found)
        {
            return null;
        }

        ClassKey = found.Ticket.ClassKey;
        return found.Ticket.Id;
    }
}
