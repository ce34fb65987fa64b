using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NodaTime;
using Npgsql;
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

    public static IServiceCollection AddStore(this IServiceCollection services, StorefrontSettings settings)
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

        services.AddSingleton(new EventTypes(typeof(StoreFeature).Assembly));
        services.AddSingleton(new BusinessClock(TimeProvider.System));
        services.AddSingleton<IClock>(provider => provider.GetRequiredService<BusinessClock>());
        services.AddSingleton<WriteQueue>();
        services.AddSingleton<AccountTransactions>();
        services.AddSingleton<StorePreparation>();
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

    private static void AddContexts<TContext>(this IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> database)
        where TContext : StorefrontDb
    {
        services.AddPooledDbContextFactory<TContext>((provider, options) =>
        {
            database(provider, options);
            options.ConfigureWarnings(warnings => warnings.Throw(RelationalEventId.MultipleCollectionIncludeWarning));
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
