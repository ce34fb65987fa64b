using Storefront.Live;

namespace Storefront.Features.Desk.Presence;

/// <summary>Who looks at which ticket, on this node and, where nodes can speak to one another, on all.</summary>
internal static class PresenceFeature
{
    public static void AddPresence(this IServiceCollection services)
    {
        services.AddSingleton<DeskPresence>();
        if (services.Any(service => service.ServiceType == typeof(INodeVoice)))
        {
            services.AddSingleton<PresenceExchange>();
            services.AddSingleton<INodeChannel>(provider => provider.GetRequiredService<PresenceExchange>());
            services.AddHostedService(provider => provider.GetRequiredService<PresenceExchange>());
        }
    }
}
