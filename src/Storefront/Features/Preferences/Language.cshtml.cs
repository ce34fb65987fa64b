using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Shared.Localization;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Preferences;

/// <summary>The reader chooses its language; the choice is kept a year.</summary>
[OfNoAccount]
public sealed class LanguageModel(SiteLanguages languages) : PageModel
{
    public IActionResult OnPost(string? language, string? returnUrl)
    {
        if (languages.Find(language) is not { } chosen)
        {
            return BadRequest();
        }

        PreferenceCookie.Write(Response, ReaderLanguage.CookieName, chosen.Code);
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
