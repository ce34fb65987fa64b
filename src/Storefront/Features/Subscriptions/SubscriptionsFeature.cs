using Storefront.Features.Hours;
using Storefront.Store;

namespace Storefront.Features.Subscriptions;

/// <summary>Subscriptions and the hours that come with them.</summary>
public static class SubscriptionsFeature
{
    public static IServiceCollection AddSubscriptions(this IServiceCollection services)
    {
        services.AddSingleton<HourLedgerStore>();
        services.AddSingleton<HourUse>();
        services.AddSingleton<SubscriptionStore>();
        services.AddSingleton<SubscriptionLifecycle>();
        services.AddSingleton<IAccountSettlement, SubscriptionSettlement>();
        return services;
    }
}
