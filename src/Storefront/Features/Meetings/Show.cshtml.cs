using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Shared;
using Storefront.Features.Shared.Formatting;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Meetings;

/// <summary>One meeting, for whoever has its sealed link: looked at, put into a calendar, moved, called off.</summary>
[OfNoAccount]
public sealed class ShowModel(
    MeetingReader reader,
    MeetingLinks links,
    MeetingCalendars calendars,
    ChangeMeeting change,
    CurrentViewer current,
    ReaderZone zone,
    BusinessClock clock,
    RefusalTexts refusals,
    IStringLocalizer<MeetingsTexts> texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>Whether it was booked a moment ago.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Booked { get; set; }

    public Meeting Meeting { get; private set; } = null!;

    public SlotChoice Slots { get; private set; } = new([], DateTimeZone.Utc);

    public bool IsOver => Meeting.EndsAt <= clock.GetCurrentInstant();

    public bool CanChange => change.CanChange(Meeting, IsStaff, clock.GetCurrentInstant());

    private bool IsStaff => current.Viewer?.IsStaff == true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(null, cancellationToken) ? Page() : NotFound();

    /// <summary>The calendar's entry, as a file.</summary>
    public async Task<IActionResult> OnGetCalendarAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(null, cancellationToken))
        {
            return NotFound();
        }

        var text = CalendarText.Write(calendars.Of(Meeting, links.Of(Meeting.Id), clock.GetCurrentInstant()));
        return File(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8", "meeting.ics");
    }

    public async Task<IActionResult> OnPostMoveAsync([Bind(Prefix = "Input.StartsAt")] string? startsAt, CancellationToken cancellationToken)
    {
        if (InstantPattern.General.Parse(startsAt ?? "") is { Success: true, Value: var start })
        {
            return await AnswerAsync(id => change.MoveAsync(id, start, IsStaff, cancellationToken), "Told.Moved", startsAt, cancellationToken);
        }

        ModelState.AddModelError("Input.StartsAt", texts["Choose"]);
        return await LoadAsync(null, cancellationToken) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostCancelAsync(CancellationToken cancellationToken) =>
        AnswerAsync(id => change.CancelAsync(id, IsStaff, cancellationToken), "Told.Canceled", null, cancellationToken);

    private async Task<IActionResult> AnswerAsync(
        Func<MeetingId, Task<Result<MeetingId>>> act, string told, string? chosen, CancellationToken cancellationToken)
    {
        if (links.Read(Token) is not { } id)
        {
            return NotFound();
        }

        var done = await act(id);
        if (done.Refusal is not { } refusal)
        {
            this.Tell(texts[told]);
            return RedirectToPage(new { Token });
        }

        ModelState.AddModelError(refusal is MeetingNotChangeable ? "" : "Input.StartsAt", refusals.Describe(refusal));
        return await LoadAsync(chosen, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(string? chosen, CancellationToken cancellationToken)
    {
        if (links.Read(Token) is not { } id || await reader.FindAsync(id, cancellationToken) is not { } meeting)
        {
            return false;
        }

        Meeting = meeting;
        if (CanChange)
        {
            Slots = new SlotChoice(await reader.FreeAsync(cancellationToken), zone.Zone, chosen);
        }

        return true;
    }
}
