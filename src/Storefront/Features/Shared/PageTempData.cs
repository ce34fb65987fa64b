using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Storefront.Features.Shared;

/// <summary>
/// What a form says once, on the page that follows it. A page that only brings its regions up to date in that moment neither reads it nor takes
/// it away: it would be gone before its reader is there.
/// </summary>
internal sealed class PageTempData(CookieTempDataProvider cookies) : ITempDataProvider
{
    /// <summary>Sent by the script that brings regions up to date.</summary>
    public const string RegionsHeader = "Storefront-Regions";

    public IDictionary<string, object> LoadTempData(HttpContext context) =>
        IsOfRegions(context) ? new Dictionary<string, object>() : cookies.LoadTempData(context);

    public void SaveTempData(HttpContext context, IDictionary<string, object> values)
    {
        if (!IsOfRegions(context))
        {
            cookies.SaveTempData(context, values);
        }
    }

    private static bool IsOfRegions(HttpContext context) => context.Request.Headers.ContainsKey(RegionsHeader);
}
