using Deque.AxeCore.Playwright;
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
        { "language", "/language" },
        { "not-found", "/nothing-here" },
    };

    [BrowserTheory]
    [MemberData(nameof(Pages))]
    public async Task Fits_the_screen_and_is_accessible(string name, string path)
    {
        foreach (var screen in new[] { Screen.Phone, Screen.Phone.Dark, Screen.Desktop, Screen.Desktop.Dark })
        {
            await VisitAsync(screen, async page =>
            {
                await page.GotoAsync(path);
                await Gallery.SaveAsync(page, name, screen);
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than the screen.");
                var result = await page.RunAxe();
                Assert.True(
                    result.Violations.Length == 0,
                    string.Join('\n', result.Violations.Select(fault => $"{fault.Id}: {string.Join(", ", fault.Nodes.Select(node => $"{node.Html}\n    {string.Join("; ", node.Any.Select(check => check.Message))}"))}")));
            });
        }
    }
}
