using Storefront.Features.Hours;
using Storefront.Features.Subscriptions.Billing;
using Storefront.Features.Subscriptions.Changes;
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
        services.AddSingleton<InvoiceItemText>();
        services.AddSingleton<StripeBilling>();
        services.AddSingleton<SubscriptionChanges>();
        services.AddDueWork<FinishChange>(SubscriptionChanges.DueWorkKind);
        services.AddSingleton<OwnersChange>();
        services.AddSingleton<PreviewPlanChange>();
        services.AddSingleton<ConfirmPlanChange>();
        services.AddSingleton<PauseSubscription>();
        services.AddSingleton<ResumeSubscription>();
        services.AddSingleton<CancelSubscription>();
        services.AddSingleton<KeepSubscription>();
        services.AddSingleton<DropScheduledChange>();
        return services;
    }
}
