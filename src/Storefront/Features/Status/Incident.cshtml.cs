using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Status;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Status;

/// <summary>One incident: staff tell how far it is, until it is resolved.</summary>
public sealed class IncidentModel(
    IncidentReader incidents, CurrentStatus current, UpdateIncident update, CurrentViewer viewer, RefusalTexts refusals, IStringLocalizer<StatusTexts> texts) : PageModel
{
    private IncidentView? incident;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public IncidentView Incident => incident ?? throw new InvalidOperationException("The page is shown only of an incident that was found.");

    public HouseService Service { get; private set; } = current.Now;

    public StatusForms.UpdateForm Told { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await LoadAsync(cancellationToken);
        Told.Step = found ? Incident.State.StepAt(Service.At) : default;
        return found ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = "Told")] StatusForms.UpdateForm form, CancellationToken cancellationToken)
    {
        Told = form;
        if (ModelState.IsValid)
        {
            var told = await update.HandleAsync(new IncidentId(Id), form.Step, form.Text, form.Key, viewer.Viewer!, cancellationToken);
            if (told.Refusal is not { } refusal)
            {
                this.Tell(texts[form.Step == IncidentStep.Resolved ? "Told.Resolved" : "Told.Updated"]);
                return RedirectToPage(new { Id });
            }

            ModelState.AddModelError(
                refusal is IncidentStepNotValid ? "Told.Step" : "Told.Text",
                refusal is TextNotValid { Faults: [var fault, ..] } ? texts[$"Fault.{fault.Kind}", fault.MaxLength] : refusals.Describe(refusal));
        }

        ModelState.Remove("Told.Key");
        form.Renew();
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        incident = await incidents.FindAsync(new IncidentId(Id), cancellationToken);
        return incident is not null;
    }
}
