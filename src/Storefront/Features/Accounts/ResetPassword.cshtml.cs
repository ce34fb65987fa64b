using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Accounts;

/// <summary>The link of the mail that <see cref="RequestPasswordReset"/> sent.</summary>
[OfNoAccount]
public sealed class ResetPasswordModel(ResetPassword reset, IStringLocalizer<AccountsTexts> texts) : PageModel
{
    [BindProperty]
    [Required, StringLength(128)]
    [Display(Name = "Reset.Password")]
    public string Password { get; set; } = "";

    public string? UserId { get; private set; }

    public string? Code { get; private set; }

    public void OnGet(string? user, string? code) => (UserId, Code) = (user, code);

    public async Task<IActionResult> OnPostAsync(string? user, string? code, CancellationToken cancellationToken)
    {
        (UserId, Code) = (user, code);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await reset.HandleAsync(user, code, Password, cancellationToken);
        switch (result.Refusal)
        {
            case PasswordTooWeak weak:
                ModelState.AddModelError(nameof(Password), texts["Refusal.PASSWORD_TOO_WEAK", weak.Length, weak.DifferentCharacters]);
                return Page();
            case not null:
                ModelState.AddModelError("", texts["Refusal.LINK_EXPIRED"]);
                return Page();
        }

        this.Tell(texts["Reset.Done"]);
        return RedirectToPage("/Accounts/SignIn");
    }
}
