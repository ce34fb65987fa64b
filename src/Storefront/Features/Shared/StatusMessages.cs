using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Storefront.Features.Shared;

/// <summary>
/// A sentence shown once, on the page that follows: <c>this.Tell(texts["Saved"])</c> before a redirect.
/// The layout writes it into a live region above the page.
/// </summary>
public static class StatusMessages
{
    private const string Key = "status";

    public static void Tell(this PageModel page, string message, Tone tone = Tone.Success) =>
        page.TempData[Key] = $"{tone}|{message}";

    /// <summary>The message left by the request before this one; it is gone once read.</summary>
    public static (Tone Tone, string Message)? Take(ITempDataDictionary data) => data[Key] is string text
        && text.Split('|', 2) is [var tone, var message] && Enum.TryParse<Tone>(tone, out var parsed)
            ? (parsed, message)
            : null;
}
