using Storefront.Tests.Browser.Support;

namespace Storefront.Tests.Browser;

/// <summary>Every public page, on a phone and on a desk, light and dark: nothing beside the screen, nothing that shuts people out.</summary>
public sealed class PublicPagesTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    public static TheoryData<string, string> Pages => new()
    {
        { "home", "/" },
        { "plans", "/plans" },
        { "plans-year-advice", "/plans?interval=year&hours=18" },
        { "questions", "/questions" },
        { "terms", "/legal/terms" },
        { "language", "/language" },
        { "appearance", "/theme" },
        { "not-found", "/nothing-here" },
    };

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public Task Fits_every_screen_and_is_accessible_in_both_themes(string name, string path) => VisitAsync(
        Screen.Phone,
        async page =>
        {
            await page.GotoAsync(path);
            foreach (var screen in new[] { Screen.Phone, Screen.Phone.Dark, Screen.Desktop.Dark, Screen.Desktop })
            {
                await screen.ApplyAsync(page);
                await Gallery.SaveAsync(page, name, screen);
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{path} is wider than {screen}.");
                await Accessibility.AssertAsync(page);
            }
        },
        name);
}
