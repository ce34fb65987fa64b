using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Shared.Localization;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Accounts;

/// <summary>Asks for a link to choose a new password.</summary>
[OfNoAccount]
public sealed class ForgotPasswordModel(RequestPasswordReset request) : PageModel
{
    [BindProperty]
    [Required, EmailAddress, StringLength(254), OneLine]
    [Display(Name = "Field.Email")]
    public string Email { get; set; } = "";

    public bool IsSent { get; private set; }

    public void OnGet(bool sent) => IsSent = sent;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await request.HandleAsync(Email, cancellationToken);
        return RedirectToPage(new { sent = true });
    }
}
