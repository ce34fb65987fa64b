using Microsoft.Playwright;

namespace Storefront.Tests.Browser.Support;

/// <summary>What a reader holds: how wide it is, which theme its system has, what language it asks for.</summary>
public sealed record Screen(int Width = 1440, ColorScheme Theme = ColorScheme.Light, string Language = "es-CL", bool Scripts = true)
{
    public static Screen Desktop { get; } = new();

    public static Screen Phone { get; } = new(360);

    public Screen Dark => this with { Theme = ColorScheme.Dark };

    private int Height => Width < 600 ? 780 : 900;

    /// <summary>Makes a page that is open look so, without loading it again.</summary>
    public async Task ApplyAsync(IPage page)
    {
        await page.SetViewportSizeAsync(Width, Height);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = Theme });
    }

    public BrowserNewContextOptions ToContextOptions(Uri address) => new()
    {
        BaseURL = address.ToString(),
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        ColorScheme = Theme,
        Locale = Language,
        TimezoneId = "America/Santiago",
        JavaScriptEnabled = Scripts,
        ReducedMotion = ReducedMotion.Reduce,
    };

    public override string ToString() => $"{Width}-{(Theme == ColorScheme.Dark ? "dark" : "light")}";
}
