using Microsoft.Playwright;
using Storefront.Tests.Support;

namespace Storefront.Tests.Browser.Support;

/// <summary>
/// What is wrong with a page as it stands on the screen: it scrolls sideways, something has no name, too little contrast, no visible focus.
/// It reads the styles that the browser computed; <see cref="Accessibility"/> asks axe about roles and attributes.
/// </summary>
public static class PageFaults
{
    // Without scripts there is nothing to wait for, and no frame would be announced.
    private const string Settled = """
        () => !matchMedia("(scripting: enabled)").matches || new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
          () => Promise.allSettled(document.getAnimations().map(animation => animation.finished)).then(done))))
        """;

    private static readonly string Script = File.ReadAllText(
        Path.Combine(Repository.Root, "tests", "Storefront.Tests", "Browser", "Support", "page-faults.js"));

    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
    {
        await page.LoadAsync();

        // A change of theme or width may still be on its way.
        await page.EvaluateAsync(Settled);
        return await page.EvaluateAsync<string[]>(Script);
    }
}
