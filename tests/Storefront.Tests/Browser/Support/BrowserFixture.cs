using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Storefront.Tests.Browser.Support;

/// <summary>One browser and one running program for all browser tests; a context of its own, with its own cookies, for each.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private WebApplication? program;
    private string? data;
    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Where the program answers.</summary>
    public Uri Address { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null)
        {
            return;
        }

        data = Directory.CreateTempSubdirectory("storefront-browser-").FullName;
        program = StorefrontApp.Build(["--urls", "http://127.0.0.1:0", "--data", data, "--environment", "Development"]);
        await program.PrepareStorefrontAsync();
        await program.StartAsync();
        Address = new Uri(program.Urls.First());
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(Chromium.LaunchOptions);
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (program is not null)
        {
            await program.DisposeAsync();
        }

        if (data is not null)
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
