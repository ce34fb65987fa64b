using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Attachments;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects;

/// <summary>Everything of one project on one screen, and everything that staff do to it.</summary>
public sealed partial class DeskShowModel(
    ProjectReader reader,
    ProjectTimeline timeline,
    FormFiles files,
    CurrentViewer current,
    Handbook handbook,
    RefusalTexts refusals,
    IStringLocalizer<ProjectPageTexts> texts) : PageModel
{
    public DeskProject Project { get; private set; } = null!;

    public ProjectView View => Project.View;

    public IReadOnlyList<ProjectMoment> Timeline { get; private set; } = [];

    /// <summary>What was typed and could not be taken.</summary>
    public DeskProjectForm Typed { get; private set; } = new();

    /// <summary>Files that came with what was typed, and wait.</summary>
    public IReadOnlyList<Attachment> Kept { get; private set; } = [];

    /// <summary>Sent with what must not happen twice.</summary>
    public string FreshKey { get; } = $"form:{Guid.CreateVersion7():N}";

    // Later days may have no moment after them in some zone.
    private const int LastYear = 9998;

    public DateTimeZone Zone => handbook.Zone;

    private Viewer Staff => current.Viewer!;

    /// <summary>What was typed into that form, when it is the one that was refused.</summary>
    public DeskProjectForm Of(string field) => Typed.Field == field ? Typed : new DeskProjectForm();

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken) => await LoadAsync(number, cancellationToken) ? Page() : NotFound();

    /// <summary>Says that it was done and shows the page anew, or shows what was typed with the reason beside the field.</summary>
    private async Task<IActionResult> ActAsync(
        int number, DeskProjectForm form, Func<ProjectKey, Task<Result<Project>>> act, CancellationToken cancellationToken)
    {
        Typed = form;
        if (await reader.FindKeyAsync(account: null, number, cancellationToken) is not { } key)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            if ((await act(key)).Refusal is not { } refusal)
            {
                this.Tell(texts["Desk.Told"]);
                return RedirectToPage(new { number });
            }

            ModelState.AddModelError(form.Field ?? "", refusals.Describe(refusal));
        }

        return await LoadAsync(number, cancellationToken) ? Page() : NotFound();
    }

    private LocalDate? DayOf(DeskProjectForm form)
    {
        if (LocalDatePattern.Iso.Parse(form.Day ?? "") is { Success: true, Value: { Year: <= LastYear } day })
        {
            return day;
        }

        ModelState.AddModelError(form.Field ?? "", texts["Desk.DayMissing"]);
        return null;
    }

    private Instant? InstantOf(DeskProjectForm form)
    {
        if (DayOf(form) is not { } day)
        {
            return null;
        }

        if (LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(form.Time ?? "") is { Success: true, Value: var time })
        {
            return Zone.AtLeniently(day.At(time)).ToInstant();
        }

        ModelState.AddModelError(form.Field ?? "", texts["Desk.TimeMissing"]);
        return null;
    }

    private async Task<bool> LoadAsync(int number, CancellationToken cancellationToken)
    {
        if (await reader.FindForStaffAsync(number, cancellationToken) is not { } found)
        {
            return false;
        }

        Project = found;
        Timeline = await timeline.ReadAsync(found.View, cancellationToken);
        return true;
    }
}
