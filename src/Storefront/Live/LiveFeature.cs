using Storefront.Hosting;
using Storefront.Store;

namespace Storefront.Live;

/// <summary>From the event log to whoever follows it, on this node and, with PostgreSQL, on all.</summary>
public static class LiveFeature
{
    public static IServiceCollection AddLive(this IServiceCollection services, StorefrontSettings settings)
    {
        services.AddSingleton<LiveTopics>();
        services.AddSingleton<EventLogReader>();
        services.AddSingleton<StoreSnapshots>();
        services.AddSingleton<EventRelay>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<EventRelay>());
        services.AddHostedService(provider => provider.GetRequiredService<EventRelay>());
        if (settings.PostgresConnectionString is not null)
        {
            services.AddSingleton<PostgresNotifier>();
            services.AddSingleton<INodeNotifier>(provider => provider.GetRequiredService<PostgresNotifier>());
            services.AddSingleton<INodeVoice>(provider => provider.GetRequiredService<PostgresNotifier>());
            services.AddSingleton<INodeChannel, EventChannel>();
            services.AddHostedService<PostgresListener>();
        }

        return services;
    }
}
