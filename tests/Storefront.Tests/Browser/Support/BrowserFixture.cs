using Microsoft.Playwright;
using Storefront.Tests.Support;

namespace Storefront.Tests.Browser.Support;

/// <summary>One browser and one running program for all browser tests; a context of its own, with its own cookies, for each.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private StorefrontHost? host;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public StorefrontHost Host => host ?? throw new InvalidOperationException("There is no browser here.");

    public IBrowser Browser => browser ?? throw new InvalidOperationException("There is no browser here.");

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null)
        {
            return;
        }

        host = await StorefrontHost.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(Chromium.LaunchOptions);
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }
}
