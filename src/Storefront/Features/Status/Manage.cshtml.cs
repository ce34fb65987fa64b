using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Shared;
using Storefront.Domain.Status;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Features.Shared;
using Storefront.Features.Shared.Formatting;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Status;

/// <summary>Staff tell that something is wrong, or announce maintenance.</summary>
public sealed class ManageModel(
    CurrentStatus current, OpenIncident open, CurrentViewer viewer, ReaderZone zone, RefusalTexts refusals, IStringLocalizer<StatusTexts> texts) : PageModel
{
    private static readonly LocalDateTimePattern LocalMoment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public HouseService Service { get; private set; } = current.Now;

    public StatusForms.OpenForm Wrong { get; private set; } = new();

    public StatusForms.OpenForm Work { get; private set; } = new();

    public LiveStream Stream { get; } = LiveStream.For("subscription { houseStatusChanged { level } }", "{}");

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostIncidentAsync([Bind(Prefix = "Wrong")] StatusForms.OpenForm form, CancellationToken cancellationToken)
    {
        Wrong = form;
        return OpenAsync("Wrong", IncidentKind.Incident, form, null, null, cancellationToken);
    }

    public Task<IActionResult> OnPostMaintenanceAsync([Bind(Prefix = "Work")] StatusForms.OpenForm form, CancellationToken cancellationToken)
    {
        Work = form;
        return OpenAsync("Work", IncidentKind.Maintenance, form, ReadMoment("Work.StartsAt", form.StartsAt), ReadMoment("Work.EndsAt", form.EndsAt), cancellationToken);
    }

    private async Task<IActionResult> OpenAsync(
        string prefix, IncidentKind kind, StatusForms.OpenForm form, Instant? startsAt, Instant? endsAt, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var input = new OpenIncidentInput(kind, form.Level, form.Title, form.Text, form.Components, startsAt, endsAt, form.Key);
            var opened = await open.HandleAsync(input, viewer.Viewer!, cancellationToken);
            if (opened.Refusal is not { } refusal)
            {
                this.Tell(texts["Told.Opened"]);
                return RedirectToPage("/Status/Incident", new { id = opened.Value.Id.Value });
            }

            var field = refusal switch
            {
                TextNotValid { Faults: [{ Field: "title" }, ..] } => "Title",
                MaintenanceTimeNotValid => "EndsAt",
                IncidentLevelNotValid => "Level",
                _ => "Text",
            };
            ModelState.AddModelError($"{prefix}.{field}", Describe(refusal));
        }

        ModelState.Remove($"{prefix}.Key");
        form.Renew();
        return Page();
    }

    private string Describe(Refusal refusal) =>
        refusal is TextNotValid { Faults: [var fault, ..] } ? texts[$"Fault.{fault.Kind}", fault.MaxLength] : refusals.Describe(refusal);

    private Instant? ReadMoment(string field, string? text)
    {
        if (LocalMoment.Parse(text ?? "") is { Success: true, Value: var local })
        {
            return local.InZoneLeniently(zone.Zone).ToInstant();
        }

        ModelState.AddModelError(field, texts["Fault.Moment"]);
        return null;
    }
}
