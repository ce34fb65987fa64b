using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Accounts;

/// <summary>Ends the session; asked for by a form, so that no other site's link does it.</summary>
[OfNoAccount]
public sealed class SignOutModel(SignInManager<User> signIn) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        Response.Cookies.Delete(SessionViewer.AccountCookie);
        return LocalRedirect("/");
    }
}
