using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime.Text;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Attachments;
using Storefront.Features.Projects.Requests;
using Storefront.Features.Projects.Steps;
using Storefront.Features.Shared;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects;

/// <summary>One project: whose turn it is, what the customer does now, how it goes; and everything that the customer can do.</summary>
public sealed class ShowModel(
    ProjectReader reader,
    ProjectTimeline timeline,
    FormFiles files,
    CurrentViewer current,
    RefusalTexts refusals,
    IStringLocalizer<ProjectPageTexts> texts,
    IStringLocalizer<SharedTexts> shared) : PageModel
{
    public ProjectView View { get; private set; } = null!;

    public IReadOnlyList<ProjectMoment> Timeline { get; private set; } = [];

    /// <summary>What was typed and could not be taken.</summary>
    public ProjectForm Typed { get; private set; } = new();

    /// <summary>Files that came with it and wait.</summary>
    public IReadOnlyList<Attachment> Kept { get; private set; } = [];

    public bool CanWrite => !Viewer.WritableAccount().IsRefused;

    /// <summary>Sent with what must not happen twice.</summary>
    public string FreshKey { get; } = $"form:{Guid.CreateVersion7():N}";

    private Viewer Viewer => current.Viewer!;

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken) => await LoadAsync(number, cancellationToken) ? Page() : NotFound();

    /// <summary>The answer to "how is it going?" alone, for who only wants that (SEN-04).</summary>
    public async Task<IActionResult> OnGetStatusAsync(int number, [FromServices] ProjectSpeech speech, CancellationToken cancellationToken) =>
        await LoadAsync(number, cancellationToken) ? Content(speech.Answer(View.Current, View.Report), "text/plain; charset=utf-8") : NotFound();

    public async Task<IActionResult> OnGetCalendarAsync(int number, [FromServices] ProjectCalendar calendar, CancellationToken cancellationToken) =>
        await LoadAsync(number, cancellationToken)
            ? File(Encoding.UTF8.GetBytes(calendar.Write(View)), "text/calendar; charset=utf-8", $"project-{number}.ics")
            : NotFound();

    public async Task<IActionResult> OnPostGiveAsync(int number, ProjectForm form, [FromServices] GiveInput give, CancellationToken cancellationToken)
    {
        Typed = form;
        if (Viewer.AccountId is { } account && CanWrite)
        {
            Kept = await files.KeepAsync(account, Viewer.UserId, form.Kept, form.Files, ModelState, $"give-{form.Input}", cancellationToken);
        }

        if (!ModelState.IsValid)
        {
            return await LoadAsync(number, cancellationToken) ? Page() : NotFound();
        }

        List<AttachmentId> wanted = [.. Kept.Select(file => file.Id).Concat(form.Kept.Select(id => new AttachmentId(id))).Distinct()];
        return await ActAsync(
            number,
            id => give.HandleAsync(new GiveInputInput(id, form.Input ?? "", form.Text, form.Use, wanted, form.Key), Viewer, cancellationToken),
            $"give-{form.Input}", "Told.Given", cancellationToken);
    }

    public Task<IActionResult> OnPostReviseAsync(int number, ProjectForm form, [FromServices] AskRevision revise, CancellationToken cancellationToken) =>
        ActAsync(number, form, id => revise.HandleAsync(id, form.Text, form.Key, Viewer, cancellationToken), "revise", "Told.Revised", cancellationToken);

    public Task<IActionResult> OnPostApproveAsync(int number, [FromServices] ApproveProject approve, CancellationToken cancellationToken) =>
        ActAsync(number, id => approve.HandleAsync(id, Viewer, cancellationToken), "", "Told.Approved", cancellationToken);

    public Task<IActionResult> OnPostAuthoriseAsync(int number, [FromServices] AuthoriseOpening authorise, CancellationToken cancellationToken) =>
        ActAsync(number, id => authorise.HandleAsync(id, Viewer, cancellationToken), "", "Told.Authorised", cancellationToken);

    public Task<IActionResult> OnPostAskAsync(int number, ProjectForm form, [FromServices] MakeRequest make, CancellationToken cancellationToken) => ActAsync(
        number,
        form,
        id => make.HandleAsync(new MakeRequestInput(id, form.Kind, form.Text, form.IsStrong, !form.Stops, form.Key), Viewer, cancellationToken),
        $"ask-{form.Kind}", "Told.Asked", cancellationToken);

    public Task<IActionResult> OnPostDecideAsync(int number, ProjectForm form, [FromServices] DecideRequest decide, CancellationToken cancellationToken) => ActAsync(
        number,
        form,
        id => decide.HandleAsync(id, new ProjectRequestId(form.Request), form.Approve, Viewer, cancellationToken),
        $"decide-{form.Request:N}", form.Approve ? "Told.DecidedYes" : "Told.DecidedNo", cancellationToken);

    public Task<IActionResult> OnPostRateAsync(int number, ProjectForm form, [FromServices] GiveOpinion rate, CancellationToken cancellationToken) =>
        ActAsync(number, form, id => rate.HandleAsync(id, form.Opinion, form.Text, Viewer, cancellationToken), "rate", "Told.Rated", cancellationToken);

    public async Task<IActionResult> OnPostBookAsync(
        int number, ProjectForm form, [Bind(Prefix = "Input.StartsAt")] string? startsAt, [FromServices] BookProjectMeeting book, CancellationToken cancellationToken)
    {
        form.StartsAt = startsAt;
        var start = InstantPattern.General.Parse(startsAt ?? "");
        if (!start.Success)
        {
            ModelState.AddModelError("book", texts["Book.Choose"]);
            Typed = form;
            return await LoadAsync(number, cancellationToken) ? Page() : NotFound();
        }

        return await ActAsync(
            number,
            form,
            id => book.HandleAsync(new ProjectKey(Viewer.AccountId!.Value, id), form.Stage ?? "", start.Value, form.Minutes, Viewer, cancellationToken),
            "book", "Told.Booked", cancellationToken);
    }

    private Task<IActionResult> ActAsync(
        int number, ProjectForm form, Func<ProjectId, Task<Result<Project>>> act, string field, string told, CancellationToken cancellationToken)
    {
        Typed = form;
        return ActAsync(number, act, field, told, cancellationToken);
    }

    /// <summary>Says that it was done and shows the page anew, or shows what was typed with the reason beside the field.</summary>
    private async Task<IActionResult> ActAsync(int number, Func<ProjectId, Task<Result<Project>>> act, string field, string told, CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is not { } account || await reader.FindKeyAsync(account, number, cancellationToken) is not { } key)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            // What none of the forms sends belongs to no field of theirs, and may have been refused without a word.
            var said = ModelState.Values.SelectMany(entry => entry.Errors).Select(error => error.ErrorMessage).FirstOrDefault(words => words.Length > 0);
            ModelState.Clear();
            ModelState.AddModelError(said is null ? "" : field, said ?? shared["Validation.Invalid"]);
            return await LoadAsync(number, cancellationToken) ? Page() : NotFound();
        }

        if ((await act(key.Id)).Refusal is not { } refusal)
        {
            this.Tell(texts[told]);
            return RedirectToPage(new { number });
        }

        ModelState.AddModelError(field, refusals.Describe(refusal));
        return await LoadAsync(number, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(int number, CancellationToken cancellationToken)
    {
        if (Viewer.AccountId is not { } account || await reader.FindAsync(account, number, cancellationToken) is not { } found)
        {
            return false;
        }

        View = found;
        Timeline = await timeline.ReadAsync(found, cancellationToken);
        return true;
    }
}
