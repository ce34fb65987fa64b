using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Shared;
using Storefront.Features.Desk;
using Storefront.Features.Shared;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Work;

/// <summary>A member of staff starts, logs and discards its timer; what was refused is told here with what was typed.</summary>
public sealed class TimerModel(
    WorkReader reader,
    TicketReader tickets,
    StartTimer start,
    LogTimer log,
    DiscardTimer discard,
    CurrentViewer current,
    DeskWords words,
    ReaderFormat format,
    IStringLocalizer<WorkTexts> texts) : PageModel
{
    [BindProperty]
    public string? Note { get; set; }

    public RunningTimer? Running { get; private set; }

    public string? Problem { get; private set; }

    private Viewer Staff => current.Viewer!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Running = await reader.FindTimerAsync(Staff.UserId, cancellationToken);

    public async Task<IActionResult> OnPostStartAsync([FromForm] int number, CancellationToken cancellationToken) =>
        await tickets.FindForStaffAsync(number, cancellationToken) is { } key
            ? await AnswerAsync(await start.HandleAsync(key, Staff, cancellationToken), number, _ => null, cancellationToken)
            : NotFound();

    public async Task<IActionResult> OnPostLogAsync(CancellationToken cancellationToken)
    {
        var running = await reader.FindTimerAsync(Staff.UserId, cancellationToken);
        return await AnswerAsync(
            await log.HandleAsync(Note, Staff, cancellationToken),
            running?.TicketNumber,
            logged => texts["Timer.Logged", format.Minutes(logged.Minutes)],
            cancellationToken);
    }

    public async Task<IActionResult> OnPostDiscardAsync(CancellationToken cancellationToken)
    {
        var running = await reader.FindTimerAsync(Staff.UserId, cancellationToken);
        return await AnswerAsync(
            await discard.HandleAsync(Staff, cancellationToken), running?.TicketNumber, _ => texts["Timer.Discarded"], cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync<T>(Result<T> done, int? number, Func<T, string?> told, CancellationToken cancellationToken)
    {
        if (done.Refusal is { } refusal)
        {
            Running = await reader.FindTimerAsync(Staff.UserId, cancellationToken);
            Problem = words.Describe(refusal);
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        if (told(done.Value) is { } text)
        {
            this.Tell(text, Tone.Success);
        }

        return number is { } ticket ? RedirectToPage("/Desk/Ticket", new { number = ticket }) : RedirectToPage();
    }
}
