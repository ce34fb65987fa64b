using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Shared;
using Storefront.Features.Desk;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Entitlements;

/// <summary>Staff say who looks after an account, and whether it is delicate (SEN-02).</summary>
public sealed class CareModel(
    EntitlementReader reader, DeskAccountDetailsReader accounts, CurrentViewer current, DeskWords words, IStringLocalizer<EntitlementsTexts> texts) : PageModel
{
    private AccountCareDetails? details;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ArrangementForm Arrangement { get; private set; } = new();

    public MarkForm Mark { get; private set; } = new();

    public string Name { get; private set; } = "";

    public IReadOnlyList<(UserId Id, string Name)> Staff { get; private set; } = [];

    public AccountCareDetails Details => details ?? throw new InvalidOperationException("The page is shown only of an account that was found.");

    private AccountId Account => new(Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Arrangement = new ArrangementForm { Contact = Details.ContactId?.Value, Channel = Details.DirectChannel };
        return Page();
    }

    public async Task<IActionResult> OnPostArrangeAsync(
        [Bind(Prefix = "Arrangement")] ArrangementForm form, [FromServices] ArrangeCare arrange, CancellationToken cancellationToken)
    {
        Arrangement = form;
        UserId? contact = form.Contact is { } id ? new UserId(id) : null;
        var done = ModelState.IsValid ? await arrange.HandleAsync(Account, contact, form.Channel, current.Viewer!, cancellationToken) : null;
        return await AnswerAsync(done, "Arrangement.Channel", cancellationToken);
    }

    public async Task<IActionResult> OnPostMarkAsync(
        [Bind(Prefix = "Mark")] MarkForm form, [FromServices] MarkAccount mark, CancellationToken cancellationToken)
    {
        Mark = form;
        var done = ModelState.IsValid ? await mark.HandleAsync(Account, form.IsDelicate, form.Reason, current.Viewer!, cancellationToken) : null;
        return await AnswerAsync(done, "Mark.Reason", cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(Result<Done>? done, string field, CancellationToken cancellationToken)
    {
        if (done is { IsRefused: false })
        {
            this.Tell(texts["Told.Saved"]);
            return RedirectToPage(new { Id });
        }

        if (done?.Refusal is { } refusal)
        {
            ModelState.AddModelError(refusal is NotFound { What: "contact" } ? "Arrangement.Contact" : field, words.Describe(refusal));
        }

        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        details = await reader.FindForStaffAsync(Account, cancellationToken);
        Staff = await reader.StaffAsync(cancellationToken);
        Name = details is null ? "" : (await accounts.FindAsync(Account, cancellationToken))!.Account.Name;
        return details is not null;
    }

    /// <summary>Who looks after the account, as it was chosen.</summary>
    public sealed class ArrangementForm
    {
        [Display(Name = "Care.Contact")]
        public Guid? Contact { get; set; }

        [Display(Name = "Care.Channel")]
        public string? Channel { get; set; }
    }

    /// <summary>A mark as it was typed.</summary>
    public sealed class MarkForm
    {
        public bool IsDelicate { get; set; }

        [Display(Name = "Mark.Reason")]
        public string? Reason { get; set; }
    }
}
