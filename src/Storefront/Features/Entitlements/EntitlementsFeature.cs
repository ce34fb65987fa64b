using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Entitlements;

/// <summary>What plans include besides hours, and what only staff know of an account.</summary>
public static class EntitlementsFeature
{
    public static IServiceCollection AddEntitlements(this IServiceCollection services)
    {
        services.AddSingleton<PlanServices>();
        services.AddSingleton<EntitlementReader>();
        services.AddSingleton<MarkAccount>();
        services.AddSingleton<ArrangeCare>();
        return services.Configure<RazorPagesOptions>(options => options.Conventions.AuthorizePage("/Entitlements/Care", Policies.Staff));
    }
}
