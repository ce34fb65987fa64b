namespace Storefront.Features.Preferences;

/// <summary>A reader's own choice for this browser: nothing about the person, nothing that others may read.</summary>
internal static class PreferenceCookie
{
    public static void Write(HttpResponse response, string name, string value) => response.Cookies.Append(name, value, new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = response.HttpContext.Request.IsHttps,
        HttpOnly = true,
        IsEssential = true,
    });
}
