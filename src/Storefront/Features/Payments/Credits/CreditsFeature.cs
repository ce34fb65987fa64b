using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Payments.Credits;

/// <summary>What the house owes its customers: kept, used for what is asked for next, shown.</summary>
public static class CreditsFeature
{
    /// <summary>Before renewals, which credit pays, and invoices.</summary>
    public static IServiceCollection AddCredits(this IServiceCollection services)
    {
        services.AddSingleton<CreditLedger>();
        services.AddSingleton<CreditReader>();
        services.AddSingleton<BookCredit>();
        services.AddSingleton<IAccountSettlement, OutdatedUpgrades>();
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizePage("/Payments/Credits/Index", Policies.SignedIn);
            options.Conventions.AuthorizePage("/Payments/Credits/Desk", Policies.Staff);
        });
        return services;
    }
}
