using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Houses;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Payments.Renewals;

/// <summary>Plans that are paid past us and go on: asked for ahead, reminded of, at rest while unpaid (FLU-21).</summary>
public static class RenewalsFeature
{
    /// <summary>Before invoices, which put down what is paid here.</summary>
    public static IServiceCollection AddRenewals(this IServiceCollection services)
    {
        services.AddSingleton<IAccountSettlement, RenewalOrders>();
        services.AddDueWork<TellRenewal>(TellRenewal.DueWorkKind);
        services.AddSingleton<RenewalQueueReader>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.AuthorizePage("/Payments/Renewals/Queue", Policies.Staff));
        return services.AddNavigation<RenewalsTexts>(
            NavigationPlace.Desk, 26, "/desk/renewals", "Nav.Desk", "rollover", where: RenewsByHand);
    }

    /// <summary>What was sold while the house asked for next terms goes on being asked for, also where it sells nothing so any more.</summary>
    private static bool RenewsByHand(Handbook house) =>
        house.Billing.Renewals is not null || (house.Plans.Plans.Length > 0 && RenewalSituation.OfflineMethods(house).Count > 0);
}
