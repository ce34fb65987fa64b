using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Accounts;

/// <summary>
/// The link of the confirmation mail. Opening it changes nothing, because mail scanners open links; the button confirms and signs in.
/// </summary>
[OfNoAccount]
public sealed class ConfirmModel(ConfirmEmail confirm, SignInManager<User> signIn, IStringLocalizer<AccountsTexts> texts) : PageModel
{
    public string? UserId { get; private set; }

    public string? Code { get; private set; }

    public string? ReturnTo { get; private set; }

    public bool IsExpired { get; private set; }

    public void OnGet(string? user, string? code, string? returnTo)
    {
        (UserId, Code, ReturnTo) = (user, code, Url.IsLocalUrl(returnTo) ? returnTo : null);
        IsExpired = user is null || code is null;
    }

    public async Task<IActionResult> OnPostAsync(string? user, string? code, string? returnTo)
    {
        var result = await confirm.HandleAsync(user, code);
        if (result.IsRefused)
        {
            IsExpired = true;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        this.Tell(texts["Confirm.Done"]);
        var back = Url.IsLocalUrl(returnTo) ? returnTo : "/account";

        // The code proves the mailbox, not the password: an address that was confirmed before gets no session from its old link.
        if (result.Value.IsNew)
        {
            await signIn.SignInAsync(result.Value.User, isPersistent: false);
            SessionViewer.Forget(HttpContext);
            return LocalRedirect(back);
        }

        return RedirectToPage("/Accounts/SignIn", new { returnTo = back });
    }
}
