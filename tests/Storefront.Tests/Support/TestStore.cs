using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Shared.Localization;
using Storefront.Hosting;
using Storefront.Hosting.Keys;
using Storefront.Live;
using Storefront.Store;
using Storefront.Store.EventLog;
using Storefront.Store.Outbox;

namespace Storefront.Tests.Support;

/// <summary>The store without a web server, on a database of its own: for tests of what stands below the pages. Nothing runs in the background.</summary>
public sealed class TestStore : IAsyncDisposable
{
    /// <summary>Monday 2 November 2026, 09:00 in Santiago.</summary>
    public static readonly Instant Start = Instant.FromUtc(2026, 11, 2, 12, 0);

    private readonly ServiceProvider services;
    private readonly bool ownsDatabase;

    private TestStore(TestDatabase database, ManualTime time, Action<IServiceCollection>? configure, bool ownsDatabase)
    {
        Database = database;
        Time = time;
        this.ownsDatabase = ownsDatabase;
        var collection = Services(database, time);
        configure?.Invoke(collection);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public TestDatabase Database { get; }

    public ManualTime Time { get; }

    public IServiceProvider Provider => services;

    public AccountTransactions Transactions => Get<AccountTransactions>();

    public static async Task<TestStore> CreateAsync(DatabaseKind kind, Action<IServiceCollection>? configure = null) =>
        new(await TestDatabase.CreateAsync(kind), new ManualTime(Start), configure, ownsDatabase: true);

    /// <summary>Another process on the same database, at the same time.</summary>
    public TestStore AnotherNode(Action<IServiceCollection>? configure = null) => new(Database, Time, configure, ownsDatabase: false);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public StorefrontDb Db() => Get<IDbContextFactory<StorefrontDb>>().CreateDbContext();

    public Task<AccountId> OpenAccountAsync(string name = "Tienda Sur") => OpenAccountAsync(Transactions, name);

    public static async Task<AccountId> OpenAccountAsync(AccountTransactions transactions, string name)
    {
        var opened = await transactions.OpenAsync<AccountId>(
            now => new Account
            {
                Id = AccountId.New(now),
                Name = name,
                House = "flunt",
                Language = "es-CL",
                TimeZone = "America/Santiago",
                CreatedAt = now,
            },
            (scope, _) => Task.FromResult<Result<AccountId>>(scope.AccountId),
            CancellationToken.None);
        return opened.Value;
    }

    /// <summary>Orders and projects can be of this handbook.</summary>
    public async Task KnowAsync(Handbook handbook)
    {
        await using var db = Db();
        if (!await db.Set<HandbookVersionRow>().AnyAsync(row => row.Hash == handbook.Version.Hash))
        {
            db.Add(new HandbookVersionRow
            {
                Hash = handbook.Version.Hash,
                SchemaVersion = handbook.Version.SchemaVersion,
                Json = handbook.CanonicalJson,
                LoadedAt = Start,
            });
            await db.SaveChangesAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (ownsDatabase)
        {
            await Database.DisposeAsync();
        }
    }

    internal static ServiceCollection Services(TestDatabase database, ManualTime time)
    {
        var services = new ServiceCollection();
        var handbook = Handbooks.Load(database.Settings.House);
        services.AddLogging();
        services.AddSingleton(database.Settings);
        services.AddSingleton(handbook);
        services.AddSingleton(new Handbooks(handbook));
        services.AddSingleton(TimeProvider.System);
        services.AddStore(database.Settings);
        services.AddStoredKeys(database.Settings);
        services.AddOutbox(database.Settings);
        services.AddLive(database.Settings);
        services.AddLocalization();
        services.AddSingleton<SiteLanguages>();
        services.AddSingleton(new OwnAddress(database.Settings with { PublicUrl = new Uri("https://agencia.example") }, new NoServer()));
        services.AddSingleton(new BusinessClock(time));
        services.AddSingleton(new EventTypes(typeof(StorefrontDb).Assembly, typeof(TestStore).Assembly));
        return services;
    }

    /// <summary>Nothing listens here: the address is a setting.</summary>
    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
