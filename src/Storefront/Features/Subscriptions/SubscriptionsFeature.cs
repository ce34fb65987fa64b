using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Hours;
using Storefront.Features.Hours.Advances;
using Storefront.Features.Hours.Charging;
using Storefront.Features.Hours.Loyalty;
using Storefront.Features.Hours.Reports;
using Storefront.Features.Plans;
using Storefront.Features.Plans.Rates;
using Storefront.Features.Plans.Rehearsal;
using Storefront.Features.Shared.Navigation;
using Storefront.Features.Subscriptions.Billing;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Subscriptions;

/// <summary>Subscriptions and the hours that come with them.</summary>
public static class SubscriptionsFeature
{
    public static IServiceCollection AddSubscriptions(this IServiceCollection services)
    {
        services.AddSingleton<HourLedgerStore>();
        services.AddSingleton<HourUse>();
        services.AddSingleton<WorkedHours>();
        services.AddSingleton<LeastCharge>();
        services.AddSingleton<TicketCharging>();
        services.AddDueWork<BillOverage>(BillOverage.DueWorkKind);
        services.AddDueWork<TellOverageOrder>(TellOverageOrder.DueWorkKind);
        services.AddSingleton<IAccountSettlement, OverageOrders>();
        services.AddSingleton<AdvanceHours>();
        services.AddSingleton<RecordCommissionMonth>();
        services.AddSingleton<LoyaltyReader>();
        services.AddSingleton<HourOverageReader>();
        services.AddSingleton<PeriodReports>();
        services.AddSingleton<RehearsalReader>();
        services.AddDueWork<SendPeriodReport>(SendPeriodReport.DueWorkKind);
        services.AddSingleton<RateCards>();
        services.AddSingleton<ChangeRates>();
        services.AddSingleton<IAccountSettlement, BasePlanSettlement>();
        services.AddDueWork<RetellNextTerm>(RetellNextTerm.DueWorkKind);
        services.AddSingleton<SubscriptionStore>();
        services.AddSingleton<SubscriptionLifecycle>();
        services.AddSingleton<IAccountSettlement, SubscriptionSettlement>();
        services.AddSingleton<InvoiceItemText>();
        services.AddSingleton<ChargeAtOnce>();
        services.AddSingleton<StripeBilling>();
        services.AddSingleton<UpgradeOrders>();
        services.AddSingleton<ChangeSteps>();
        services.AddSingleton<PaidChanges>();
        services.AddSingleton<BilledChanges>();
        services.AddSingleton<SubscriptionChanges>();
        services.AddDueWork<FinishChange>(ChangeSteps.DueWorkKind);
        services.AddSingleton<OwnersChange>();
        services.AddSingleton<PreviewPlanChange>();
        services.AddSingleton<PreviewWish>();
        services.AddSingleton<ConfirmPlanChange>();
        services.AddSingleton<PauseSubscription>();
        services.AddSingleton<ResumeSubscription>();
        services.AddSingleton<CancelSubscription>();
        services.AddSingleton<KeepSubscription>();
        services.AddSingleton<DropScheduledChange>();
        services.AddReaders();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizeFolder("/Subscriptions", Policies.SignedIn);
            options.Conventions.AuthorizeFolder("/Hours", Policies.SignedIn);
            options.Conventions.AuthorizePage("/Hours/Loyalty/Record", Policies.Staff);
            options.Conventions.AuthorizePage("/Plans/Rates/Change", Policies.Staff);
            options.Conventions.AuthorizePage("/Plans/Rehearsal/Index", Policies.SignedIn);
        });
        return services
            .AddNavigation<HoursTexts>(NavigationPlace.Customer, 30, "/hours", "Nav.Hours", "clock", where: house => house.SellsPlans)
            .AddNavigation<SubscriptionsTexts>(NavigationPlace.Customer, 40, "/subscription", "Nav.Subscription", "layers", where: house => house.SellsPlans)
            .AddNavigation<PlansTexts>(NavigationPlace.Public, 12, "/rates", "Nav.Rates", where: house => house.RateCard is not null)
            .AddNavigation<PlansTexts>(NavigationPlace.Desk, 25, "/desk/rates", "Nav.Rates", where: house => house.RateCard is not null);
    }

    private static void AddReaders(this IServiceCollection services)
    {
        services.AddSingleton<StoreSnapshots>();
        services.AddSingleton<HourReader>();
        services.AddSingleton<HourHistoryReader>();
        services.AddSingleton<HourReasons>();
        services.AddTransient<HourEntryQuery>();
        services.AddSingleton<SubscriptionReader>();
    }
}
