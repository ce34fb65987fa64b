using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Storefront.Features.Shared.Localization;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Accounts;

/// <summary>Signing in with a password. Five wrong ones lock the address for a quarter of an hour.</summary>
[OfNoAccount]
public sealed class SignInModel(SignInManager<User> signIn, SendConfirmation send, IStringLocalizer<AccountsTexts> texts) : PageModel
{
    [BindProperty]
    public Credentials Input { get; set; } = new();

    public string? ReturnTo { get; private set; }

    public IActionResult OnGet(string? returnTo)
    {
        ReturnTo = Url.IsLocalUrl(returnTo) ? returnTo : null;
        return User.Identity is { IsAuthenticated: true } && ReturnTo is null ? LocalRedirect("/account") : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? returnTo, CancellationToken cancellationToken)
    {
        ReturnTo = Url.IsLocalUrl(returnTo) ? returnTo : null;
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var user = await signIn.UserManager.FindByEmailAsync(Input.Email.Trim());
        if (user is { IsErased: false })
        {
            var result = await signIn.PasswordSignInAsync(user, Input.Password, Input.StaySignedIn, lockoutOnFailure: true);
            if (result.Succeeded)
            {
                SessionViewer.Forget(HttpContext);
                return LocalRedirect(ReturnTo ?? (await signIn.UserManager.IsInRoleAsync(user, Role.Staff) ? "/desk" : "/account"));
            }

            if (result.IsLockedOut)
            {
                ModelState.AddModelError("", texts["SignIn.Locked"]);
                return Page();
            }

            if (result.IsNotAllowed && await signIn.UserManager.CheckPasswordAsync(user, Input.Password))
            {
                await send.HandleAsync(Input.Email, ReturnTo, cancellationToken);
                TempData[CheckMailModel.AddressKey] = Input.Email.Trim();
                return RedirectToPage("/Accounts/CheckMail", new { returnTo = ReturnTo });
            }
        }
        else
        {
            // As long as a real check takes, so that the time does not tell whether the address is known.
            signIn.UserManager.PasswordHasher.HashPassword(new User { DisplayName = "" }, Input.Password);
        }

        ModelState.AddModelError("", texts["SignIn.Wrong"]);
        return Page();
    }

    /// <summary>What is typed to sign in.</summary>
    public sealed class Credentials
    {
        [Required, StringLength(254), OneLine]
        [Display(Name = "Field.Email")]
        public string Email { get; set; } = "";

        [Required, StringLength(128)]
        [Display(Name = "Field.Password")]
        public string Password { get; set; } = "";

        public bool StaySignedIn { get; set; }
    }
}
