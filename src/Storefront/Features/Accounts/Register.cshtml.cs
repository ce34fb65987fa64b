using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Storefront.Features.Accounts;

/// <summary>A newcomer registers.</summary>
public sealed class RegisterModel(RegisterAccount register, IStringLocalizer<AccountsTexts> texts) : PageModel
{
    [BindProperty]
    public Registration Input { get; set; } = new();

    public string? ReturnTo { get; private set; }

    public void OnGet(string? returnTo) => ReturnTo = Url.IsLocalUrl(returnTo) ? returnTo : null;

    public async Task<IActionResult> OnPostAsync(string? returnTo, CancellationToken cancellationToken)
    {
        ReturnTo = Url.IsLocalUrl(returnTo) ? returnTo : null;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await register.HandleAsync(Input, ReturnTo, cancellationToken);
        if (result.Refusal is PasswordTooWeak weak)
        {
            ModelState.AddModelError("Input.Password", texts["Refusal.PASSWORD_TOO_WEAK", weak.Length, weak.DifferentCharacters]);
            return Page();
        }

        TempData[CheckMailModel.AddressKey] = Input.Email.Trim();
        return RedirectToPage("/Accounts/CheckMail", new { returnTo = ReturnTo });
    }
}
