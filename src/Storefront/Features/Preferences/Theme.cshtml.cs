using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Preferences;

/// <summary>The reader chooses light or dark, or leaves it to its system; the choice is kept a year.</summary>
[OfNoAccount]
public sealed class ThemeModel : PageModel
{
    public IActionResult OnPost(string? theme, string? returnUrl)
    {
        if (!Enum.TryParse<ThemeChoice>(theme, ignoreCase: true, out var choice) || !Enum.IsDefined(choice))
        {
            return BadRequest();
        }

        PreferenceCookie.Write(Response, Shared.Theme.CookieName, choice.Attribute() ?? "system");
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
