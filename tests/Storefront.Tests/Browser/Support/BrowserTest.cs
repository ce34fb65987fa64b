using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Storefront.Tests.Browser.Support;

/// <summary>
/// A test in the browser: <c>await VisitAsync(Screen.Phone, async page => …)</c>. What fails leaves a trace and a picture in
/// <c>artifacts/browser</c>; an error in a page's scripts or a refused resource fails the test too.
/// </summary>
[Collection(BrowserCollection.Name)]
public abstract class BrowserTest(BrowserFixture fixture)
{
    protected BrowserFixture Fixture { get; } = fixture;

    protected async Task VisitAsync(Screen screen, Func<IPage, Task> test, [CallerMemberName] string name = "")
    {
        await using var context = await Fixture.Browser.NewContextAsync(screen.ToContextOptions(Fixture.Host.Address));
        context.SetDefaultTimeout(10_000);
        await context.Tracing.StartAsync(new TracingStartOptions { Screenshots = true, Snapshots = true });
        var page = await context.NewPageAsync();
        var faults = new List<string>();
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
            {
                faults.Add(message.Text);
            }
        };
        try
        {
            await test(page);
            Assert.Empty(faults);
            await context.Tracing.StopAsync();
        }
        catch
        {
            var place = Artifacts.Directory("browser");
            var file = Path.Combine(place, $"{GetType().Name}.{name}.{screen}");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = $"{file}.png", FullPage = true });
            await context.Tracing.StopAsync(new TracingStopOptions { Path = $"{file}.zip" });
            throw;
        }
    }
}
