using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NodaTime;
using Npgsql;
using Storefront.Features.Search;
using Storefront.Hosting;
using Storefront.Store.DueWork;
using Storefront.Store.EventLog;
using Storefront.Store.Retention;

namespace Storefront.Store;

/// <summary>The database behind everything: SQLite in the data directory, or PostgreSQL where the settings name it.</summary>
public static class StoreFeature
{
    /// <summary>Which of Identity's tables there are: with passkeys.</summary>
    internal static readonly Version IdentitySchema = IdentitySchemaVersions.Version3;

    /// <summary>
    /// Has Entity Framework build its model beside the rest of the start, of which it is the longest part. Contexts with equal options share it; those
    /// of PostgreSQL are equal only with the very same data source, so there it is built when the database is prepared.
    /// </summary>
    internal static void BeginModel(StorefrontSettings settings)
    {
        if (settings.PostgresConnectionString is null)
        {
            _ = Task.Run(async () =>
            {
                await using var services = new ServiceCollection().AddDatabase(settings).BuildServiceProvider();
                await using var db = await services.GetRequiredService<IDbContextFactory<StorefrontDb>>().CreateDbContextAsync();
                _ = db.Model;
            });
        }
    }

    public static IServiceCollection AddStore(this IServiceCollection services, StorefrontSettings settings)
    {
        services.AddDatabase(settings);
        services.AddSingleton(new EventTypes(typeof(StoreFeature).Assembly));
        services.AddSingleton(new BusinessClock(TimeProvider.System));
        services.AddSingleton<IClock>(provider => provider.GetRequiredService<BusinessClock>());
        services.AddSingleton<WriteQueue>();
        services.AddSingleton<AccountTransactions>();
        services.AddSingleton<StorePreparation>();
        services.AddSearchIndex(settings);
        services.AddSingleton<SandboxClock>();
        services.AddSingleton<DueWorkRunner>();
        services.AddSingleton<IDueSource>(provider => provider.GetRequiredService<DueWorkRunner>());
        services.AddSingleton<DueWorkService>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<DueWorkService>());
        services.AddHostedService(provider => provider.GetRequiredService<DueWorkService>());
        services.AddSingleton<StorePruner>();
        services.AddHostedService<PruningService>();
        services.AddDueWork<SettleAccount>(AccountSettling.DueWorkKind);
        return services;
    }

    /// <summary>Has a kind of due work done by a handler.</summary>
    public static IServiceCollection AddDueWork<THandler>(this IServiceCollection services, string kind)
        where THandler : class, IDueWorkHandler => services.AddKeyedScoped<IDueWorkHandler, THandler>(kind);

    private static IServiceCollection AddDatabase(this IServiceCollection services, StorefrontSettings settings)
    {
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchema);
        if (settings.PostgresConnectionString is { } postgres)
        {
            services.AddSingleton(_ => NpgsqlDataSource.Create(WithLockTimeout(postgres)));
            services.AddContexts<PostgresStorefrontDb>((provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()));
        }
        else
        {
            var connection = new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(settings.DataDirectory, "storefront.db"),
                DefaultTimeout = 5,
            };
            var session = new SqliteSession(fullSync: !settings.IsSandbox);
            services.AddContexts<SqliteStorefrontDb>((_, options) => options.UseSqlite(connection.ConnectionString).AddInterceptors(session));
        }

        return services;
    }

    private static void AddContexts<TContext>(this IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> database)
        where TContext : StorefrontDb
    {
        services.AddPooledDbContextFactory<TContext>((provider, options) =>
        {
            database(provider, options);
            options.ConfigureWarnings(warnings => warnings

                // Whether model and migrations agree is decided by a test; asked at each start, it costs a quarter of it.
                .Ignore(RelationalEventId.PendingModelChangesWarning)
                .Throw(RelationalEventId.MultipleCollectionIncludeWarning));
        });
        services.AddSingleton<IDbContextFactory<StorefrontDb>, StorefrontDbFactory<TContext>>();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<StorefrontDb>>().CreateDbContext());
    }

    private static string WithLockTimeout(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        connection.Options ??= "-c lock_timeout=5s";
        return connection.ConnectionString;
    }
}
