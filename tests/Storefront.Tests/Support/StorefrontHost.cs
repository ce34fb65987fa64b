using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Store.DueWork;

namespace Storefront.Tests.Support;

/// <summary>
/// The whole program on a real server and a free port, with a data directory of its own. As a class fixture it runs on SQLite; its business
/// clock stands at <see cref="TestStore.Start"/> and goes forward only when a test moves it.
/// </summary>
public sealed class StorefrontHost : IAsyncLifetime, IAsyncDisposable
{
    private readonly DatabaseKind kind;
    private readonly Action<WebApplicationBuilder>? configure;
    private readonly Action<WebApplication>? map;
    private TestDatabase? database;
    private WebApplication? app;

    public StorefrontHost()
        : this(DatabaseKind.Sqlite)
    {
    }

    private StorefrontHost(DatabaseKind kind, Action<WebApplicationBuilder>? configure = null, Action<WebApplication>? map = null)
    {
        this.kind = kind;
        this.configure = configure;
        this.map = map;
    }

    public IServiceProvider Services => App.Services;

    public TestDatabase Database => database ?? throw new InvalidOperationException("The host has not been started.");

    /// <summary>Where it listens, with a slash at the end.</summary>
    public Uri Address => Services.GetRequiredService<OwnAddress>().Root;

    public AccountTransactions Transactions => Services.GetRequiredService<AccountTransactions>();

    private WebApplication App => app ?? throw new InvalidOperationException("The host has not been started.");

    /// <param name="kind">Which database.</param>
    /// <param name="configure">Settings and services of its own.</param>
    /// <param name="map">Endpoints of the test.</param>
    public static async Task<StorefrontHost> StartAsync(
        DatabaseKind kind = DatabaseKind.Sqlite, Action<WebApplicationBuilder>? configure = null, Action<WebApplication>? map = null)
    {
        var host = new StorefrontHost(kind, configure, map);
        await host.InitializeAsync();
        return host;
    }

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(kind);
        await StartProgramAsync();
    }

    /// <summary>Stops the program and starts it again on the same database, on another port.</summary>
    public async Task RestartAsync()
    {
        await StopProgramAsync();
        await StartProgramAsync();
    }

    /// <summary>A browser of its own: it keeps cookies and does not follow redirects.</summary>
    public HttpClient CreateClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    public StorefrontDb Db() => Services.GetRequiredService<IDbContextFactory<StorefrontDb>>().CreateDbContext();

    /// <summary>Moves the business clock, and returns when everything that fell due has been done.</summary>
    public async Task MoveClockAsync(Duration forward)
    {
        var now = Services.GetRequiredService<BusinessClock>().GetCurrentInstant();
        var moved = await Services.GetRequiredService<SandboxClock>().MoveToAsync(now + forward, CancellationToken.None);
        Assert.Null(moved.Refusal);
    }

    public Task<AccountId> OpenAccountAsync(string name = "Tienda Sur") => TestStore.OpenAccountAsync(Transactions, name);

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await StopProgramAsync();
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    private async Task StartProgramAsync()
    {
        app = StorefrontApp.Build(
            ["--environment", "Development", "--urls", "http://127.0.0.1:0", "--data", Database.Directory],
            builder =>
            {
                builder.Configuration["Database"] = Database.Postgres;
                builder.Configuration["Demo"] = "false";
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                configure?.Invoke(builder);
            },
            services => services.AddSingleton(new BusinessClock(new ManualTime(TestStore.Start))));
        map?.Invoke(app);
        await app.PrepareStorefrontAsync();
        await app.StartAsync();
    }

    private async Task StopProgramAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
            app = null;
        }
    }
}
