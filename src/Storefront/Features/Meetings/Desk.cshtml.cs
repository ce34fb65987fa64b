using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Shared;
using Storefront.Features.Shared.Formatting;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Meetings;

/// <summary>The house's meetings that are to come, a day below another; staff take them, move them and call them off.</summary>
public sealed class DeskModel(
    MeetingReader reader,
    MeetingLinks links,
    ChangeMeeting change,
    HostMeeting host,
    CurrentViewer current,
    ReaderZone zone,
    Handbook handbook,
    RefusalTexts refusals,
    IStringLocalizer<MeetingsTexts> texts) : PageModel
{
    public IReadOnlyList<DeskMeeting> Meetings { get; private set; } = [];

    /// <summary>The reader's days with their meetings, in order.</summary>
    public IEnumerable<IGrouping<LocalDate, DeskMeeting>> Days => Meetings.GroupBy(meeting => meeting.Meeting.StartsAt.InZone(zone.Zone).Date);

    public bool RecordsDelicate => handbook.Meetings.RecordsDelicate;

    private Viewer Viewer => current.Viewer!;

    public bool IsMine(DeskMeeting meeting) => meeting.Meeting.HostId == Viewer.UserId;

    public string LinkTo(DeskMeeting meeting) => $"/meetings/{links.TokenOf(meeting.Meeting.Id)}";

    public async Task OnGetAsync(CancellationToken cancellationToken) => Meetings = await reader.ForStaffAsync(cancellationToken);

    public async Task<IActionResult> OnPostHostAsync(Guid id, bool takes, CancellationToken cancellationToken) =>
        Answer((await host.HandleAsync(new MeetingId(id), takes, Viewer, cancellationToken)).Refusal, takes ? "Told.Taken" : "Told.Left");

    public async Task<IActionResult> OnPostCancelAsync(Guid id, CancellationToken cancellationToken) =>
        Answer((await change.CancelAsync(new MeetingId(id), byStaff: true, cancellationToken)).Refusal, "Told.Canceled");

    private IActionResult Answer(Refusal? refusal, string told)
    {
        if (refusal is NotFound)
        {
            return NotFound();
        }

        this.Tell(refusal is null ? texts[told] : refusals.Describe(refusal), refusal is null ? Tone.Success : Tone.Warning);
        return RedirectToPage();
    }
}
