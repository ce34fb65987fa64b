using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Desk;
using Storefront.Features.Shared;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Work;

/// <summary>A work log for the customer, what was asked about it before, and a question.</summary>
public sealed class QuestionModel(
    WorkReader reader, TicketReader tickets, QuestionWorkLog question, CurrentViewer current, RefusalTexts refusals, IStringLocalizer<WorkTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string Key { get; set; } = FormKey.New();

    public WorkLine Line { get; private set; } = null!;

    public string? Problem { get; private set; }

    /// <summary>Whether the reader may question it now.</summary>
    public bool CanAsk => Line.CanBeQuestioned && !Viewer.WritableAccount().IsRefused;

    private Viewer Viewer => current.Viewer!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var asked = await question.HandleAsync(new WorkLogId(id), Text, Key, Viewer, cancellationToken);
        if (asked.Refusal is not { } refusal)
        {
            this.Tell(texts["Question.Sent"], Tone.Success);
            return RedirectToPage("/Tickets/Show", new { number = Number });
        }

        ModelState.Remove(nameof(Key));
        Key = FormKey.New();
        Problem = refusals.Describe(refusal);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is not { } account || await tickets.FindIdAsync(account, Number, cancellationToken) is not { } ticket)
        {
            return false;
        }

        var line = (await reader.ListAsync(new TicketKey(account, ticket), cancellationToken)).FirstOrDefault(work => work.Work.Log.Id.Value == id);
        Line = line!;
        return line is not null;
    }
}
