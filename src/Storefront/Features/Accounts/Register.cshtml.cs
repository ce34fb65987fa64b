using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Api;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Accounts;

/// <summary>A newcomer registers.</summary>
[OfNoAccount]
public sealed class RegisterModel(RegisterAccount register, RefusalTexts refusals) : PageModel
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

        var registered = await register.HandleAsync(Input, ReturnTo, cancellationToken);
        if (registered.Refusal is { } refusal)
        {
            ModelState.AddModelError("", refusals.Describe(refusal));
            return Page();
        }

        TempData[CheckMailModel.AddressKey] = Input.Email.Trim();
        return RedirectToPage("/Accounts/CheckMail", new { returnTo = ReturnTo });
    }
}
