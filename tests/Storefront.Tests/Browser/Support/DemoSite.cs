using Microsoft.Extensions.DependencyInjection;
using Storefront.Store.Seeding;
using Storefront.Tests.Support;

namespace Storefront.Tests.Browser.Support;

/// <summary>A program with its demonstration, as a newcomer finds it after the first start.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private StorefrontHost? host;

    public StorefrontHost Host => host ?? throw new InvalidOperationException("There is no browser here.");

    public async Task InitializeAsync()
    {
        if (Chromium.Missing is not null)
        {
            return;
        }

        host = await StorefrontHost.StartAsync(configure: builder => builder.Configuration["Demo"] = "true");
        var progress = Host.Services.GetRequiredService<DemoProgress>();
        await progress.SettledAsync(CancellationToken.None).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(DemoStage.Ready, progress.Stage);
    }

    public async Task DisposeAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }
}
