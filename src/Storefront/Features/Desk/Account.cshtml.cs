using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk;

/// <summary>One customer: plan, hours with their ledger, people, tickets, payments; and the correction of hours.</summary>
public sealed class AccountModel(
    DeskAccountDetailsReader reader, CurrentViewer current, DeskWords words, IStringLocalizer<DeskTexts> texts) : PageModel
{
    private DeskAccountDetails? details;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Only lines of the ledger before that one; null for the latest.</summary>
    [BindProperty(SupportsGet = true, Name = "before")]
    public long? Before { get; set; }

    public DeskAccountDetails Details => details ?? throw new InvalidOperationException("The page is shown only of an account that was found.");

    public CorrectionForm Correction { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostCorrectAsync(
        [Bind(Prefix = "Correction")] CorrectionForm form, [FromServices] CorrectHours correct, CancellationToken cancellationToken)
    {
        Correction = form;
        if (ModelState.IsValid)
        {
            // Out of range stays so with either sign.
            var minutes = form.TakesAway ? -(long)(form.Minutes ?? 0) : form.Minutes ?? 0;
            var corrected = await correct.HandleAsync(
                new AccountId(Id), (int)Math.Clamp(minutes, int.MinValue, int.MaxValue), form.Reason, form.Key, current.Viewer!, cancellationToken);
            if (corrected.Refusal is not { } refusal)
            {
                this.Tell(texts["Told.Corrected"]);
                return RedirectToPage(new { Id });
            }

            ModelState.AddModelError(refusal is TextNotValid ? "Correction.Reason" : "Correction.Minutes", words.Describe(refusal));
            ModelState.Remove("Correction.Key");
            form.Key = FormKey.New();
        }

        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        details = await reader.FindAsync(new AccountId(Id), Before, cancellationToken);
        return details is not null;
    }

    /// <summary>A correction of hours as it was typed.</summary>
    public sealed class CorrectionForm
    {
        /// <summary>Whether minutes are taken away rather than added.</summary>
        [Display(Name = "Correction.TakesAway")]
        public bool TakesAway { get; set; }

        [Display(Name = "Correction.Minutes")]
        public int? Minutes { get; set; }

        [Display(Name = "Correction.Reason")]
        public string? Reason { get; set; }

        public string Key { get; set; } = FormKey.New();
    }
}
