using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Tickets.Intake;

/// <summary>Where staff end the analysis of a ticket, say whether it can be done, or turn it down.</summary>
public sealed class AnalysisModel(
    TicketReader reader,
    TicketIntakes intakes,
    ConcludeAnalysis conclude,
    AssessViability viability,
    TurnDownTicket turnDown,
    CurrentViewer current,
    Handbook handbook,
    DeskWords words,
    IStringLocalizer<IntakeTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public AnalysisOutcome? Outcome { get; set; }

    /// <summary>The expected date as ISO 8601 writes it.</summary>
    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? ReasonKey { get; set; }

    [BindProperty]
    public string Key { get; set; } = FormKey.New();

    /// <summary>Which form was sent last: its text is kept.</summary>
    public string? Form { get; private set; }

    public IntakeView View { get; private set; } = null!;

    private Viewer Staff => current.Viewer!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) is null ? NotFound() : Page();

    public Task<IActionResult> OnPostViabilityAsync(bool isViable, CancellationToken cancellationToken) => ActAsync(
        "viability", async key => (await viability.HandleAsync(key, isViable, Text, Staff, cancellationToken)).Refusal, "Told.Viability", cancellationToken);

    public Task<IActionResult> OnPostTurnDownAsync(CancellationToken cancellationToken) => ActAsync(
        "turn-down", async key => (await turnDown.HandleAsync(key, ReasonKey ?? "", Text, Staff, cancellationToken)).Refusal, "Told.TurnedDown", cancellationToken);

    public async Task<IActionResult> OnPostConcludeAsync(CancellationToken cancellationToken)
    {
        LocalDate? day = LocalDatePattern.Iso.Parse(Day ?? "") is { Success: true, Value: var parsed } ? parsed : null;
        return await ActAsync(
            "conclude",
            async key => Outcome is { } outcome
                ? (await conclude.HandleAsync(key, new ConcludeAnalysisInput(outcome, Text, day, Key), Staff, cancellationToken)).Refusal
                : new OutcomeNotOffered([.. handbook.Intake.Outcomes]),
            "Told.Concluded",
            cancellationToken);
    }

    private async Task<IActionResult> ActAsync(string form, Func<TicketKey, Task<Refusal?>> action, string told, CancellationToken cancellationToken)
    {
        Form = form;
        if (await LoadAsync(cancellationToken) is not { } key)
        {
            return NotFound();
        }

        if (await action(key) is { } refusal)
        {
            ModelState.Remove(nameof(Key));
            Key = FormKey.New();
            ModelState.AddModelError("", refusal is OutcomeNotOffered ? texts["Analysis.WhichMissing"] : words.Describe(refusal));
            return Page();
        }

        this.Tell(texts[told]);
        return Redirect($"/desk/tickets/{Number}");
    }

    private async Task<TicketKey?> LoadAsync(CancellationToken cancellationToken)
    {
        if (await reader.FindForStaffAsync(Number, cancellationToken) is not { } key
            || await reader.FindAsync(key.AccountId, Number, cancellationToken) is not { } details)
        {
            return null;
        }

        View = new IntakeView(details.Ticket, details.State, await intakes.FindAsync(key, cancellationToken), handbook, CanChange: true);
        return key;
    }
}
