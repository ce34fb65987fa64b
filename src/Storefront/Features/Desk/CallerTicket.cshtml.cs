using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Shared;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk;

/// <summary>Where staff write down what a customer asks for by phone (FEN-17).</summary>
public sealed class CallerTicketModel(
    DeskAccountDetailsReader accounts, OpenTicketForCaller open, TicketFaults faults, CurrentViewer current, Handbook handbook, IStringLocalizer<DeskToolsTexts> texts)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public CallerForm Input { get; set; } = new();

    public string Name { get; private set; } = "";

    public IReadOnlyList<DeskPerson> People { get; private set; } = [];

    public Handbook Handbook => handbook;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var opened = await open.HandleAsync(new AccountId(Id), Input.ToAction(), current.Viewer!, cancellationToken);
        if (opened.Refusal is not { } refusal)
        {
            this.Tell(texts["Caller.Opened", opened.Value.Number]);
            return Redirect(FormattableString.Invariant($"/desk/tickets/{opened.Value.Number}"));
        }

        ModelState.Remove("Input.Key");
        Input.Key = FormKey.New();
        if (refusal is NotFound { What: "member" })
        {
            ModelState.AddModelError("Input.Caller", texts["Caller.Unknown"]);
        }
        else
        {
            faults.Add(ModelState, refusal);
        }

        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var details = await accounts.FindAsync(new AccountId(Id), cancellationToken);
        (Name, People) = (details?.Account.Name ?? "", details?.People ?? []);
        return details is not null;
    }

    /// <summary>The form as it was filled in.</summary>
    public sealed class CallerForm
    {
        [Display(Name = "Caller.Who")]
        public Guid? Caller { get; set; }

        [Display(Name = "Caller.Kind")]
        public string? Kind { get; set; }

        [Display(Name = "Caller.Subject")]
        public string? Subject { get; set; }

        [Display(Name = "Caller.Body")]
        public string? Body { get; set; }

        public Urgency? Urgency { get; set; }

        public Impact? Impact { get; set; }

        [Display(Name = "Caller.Platform")]
        public string? Platform { get; set; }

        public string Key { get; set; } = FormKey.New();

        public CallerTicketInput ToAction() => new(
            Caller is { } caller ? new UserId(caller) : null, Subject, Body, Kind, Urgency, Impact, string.IsNullOrEmpty(Platform) ? null : Platform, Key);
    }
}
