using Microsoft.Playwright;

namespace Storefront.Tests.Browser.Support;

/// <summary>Pictures of pages for people to look at: <c>artifacts/screenshots/plans-360-dark.png</c>.</summary>
public static class Gallery
{
    public static Task SaveAsync(IPage page, string name, Screen screen) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(Artifacts.Directory("screenshots"), $"{name}-{screen}.png"),
        FullPage = true,
        Animations = ScreenshotAnimations.Disabled,
    });
}
