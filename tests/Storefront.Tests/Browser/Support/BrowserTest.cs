using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Storefront.Tests.Browser.Support;

/// <summary>
/// A test in the browser: <c>await VisitAsync(Screen.Phone, async page => …)</c>. What fails leaves a trace and a picture in
/// <c>artifacts/browser</c>; an error in a page's scripts, a refused resource or a request to another host fails the test too.
/// </summary>
[Collection(BrowserCollection.Name)]
public abstract class BrowserTest(BrowserFixture fixture)
{
    protected BrowserFixture Fixture { get; } = fixture;

    /// <summary>Of the program that is visited.</summary>
    protected virtual Uri Address => Fixture.Host.Address;

    /// <summary>Whether every step is recorded; what says all in its failure, and takes many steps, does without.</summary>
    protected virtual bool IsTraced => true;

    /// <summary>Whether what a page told the console fails the test.</summary>
    protected virtual bool IsFault(IConsoleMessage message) =>
        message.Type == "error" && message.Text.Contains("Content Security Policy", StringComparison.Ordinal);

    protected async Task VisitAsync(Screen screen, Func<IPage, Task> test, [CallerMemberName] string name = "")
    {
        await using var context = await Fixture.Browser.NewContextAsync(screen.ToContextOptions(Address));
        context.SetDefaultTimeout(30_000);
        if (IsTraced)
        {
            await context.Tracing.StartAsync(new TracingStartOptions { Screenshots = true, Snapshots = true });
        }

        var page = await context.NewPageAsync();
        var faults = new List<string>();
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) =>
        {
            if (IsFault(message))
            {
                faults.Add($"{message.Text} ({message.Location})");
            }
        };
        page.Request += (_, request) =>
        {
            if (Uri.TryCreate(request.Url, UriKind.Absolute, out var asked) && asked.Scheme is "http" or "https" && asked.Authority != Address.Authority)
            {
                faults.Add($"Another host was asked: {request.Url}");
            }
        };
        try
        {
            await test(page);
            Assert.True(faults.Count == 0, string.Join('\n', faults));
        }
        catch
        {
            var place = Artifacts.Directory("browser");
            var file = Path.Combine(place, $"{GetType().Name}.{name}.{screen}");
            try
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = $"{file}.png", FullPage = true });
                if (IsTraced)
                {
                    await context.Tracing.StopAsync(new TracingStopOptions { Path = $"{file}.zip" });
                }
            }
            catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
            {
                // A page that has crashed has no picture; what failed first is what counts.
            }

            throw;
        }
    }
}
