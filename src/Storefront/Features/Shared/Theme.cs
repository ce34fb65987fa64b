namespace Storefront.Features.Shared;

/// <summary>Light or dark, as the reader chose; a cookie keeps it.</summary>
public static class Theme
{
    public const string CookieName = "theme";

    public static ThemeChoice Of(HttpRequest request) =>
        Enum.TryParse<ThemeChoice>(request.Cookies[CookieName], ignoreCase: true, out var choice) && Enum.IsDefined(choice)
            ? choice
            : ThemeChoice.System;

    /// <summary>The value of the page's <c>data-theme</c>; null leaves the choice to the system.</summary>
    public static string? Attribute(this ThemeChoice choice) => choice switch
    {
        ThemeChoice.Light => "light",
        ThemeChoice.Dark => "dark",
        ThemeChoice.System => null,
    };

    public static string Icon(this ThemeChoice choice) => choice switch
    {
        ThemeChoice.Light => "sun",
        ThemeChoice.Dark => "moon",
        ThemeChoice.System => "screen",
    };
}
