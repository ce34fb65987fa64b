using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Shared;
using Storefront.Features.Desk;
using Storefront.Features.Shared;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Work;

/// <summary>Staff read what a customer asked about a ticket's work, and answer.</summary>
public sealed class QuestionsModel(
    WorkReader reader, TicketReader tickets, AnswerWorkQuestion answer, CurrentViewer current, DeskWords words, IStringLocalizer<WorkTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public bool Reverse { get; set; }

    /// <summary>The logs that were questioned.</summary>
    public IReadOnlyList<WorkLine> Lines { get; private set; } = [];

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } key)
        {
            return NotFound();
        }

        var answered = await answer.HandleAsync(key, new WorkLogQuestionId(Id), Answer, Reverse, current.Viewer!, cancellationToken);
        if (answered.Refusal is not { } refusal)
        {
            this.Tell(texts["Answer.Sent"], Tone.Success);
            return RedirectToPage(new { number = Number });
        }

        Problem = words.Describe(refusal);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<TicketKey?> LoadAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer is not { IsStaff: true } || await tickets.FindForStaffAsync(Number, cancellationToken) is not { } key)
        {
            return null;
        }

        Lines = [.. (await reader.ListAsync(key, cancellationToken)).Where(line => line.Questions.Count > 0)];
        return key;
    }
}
