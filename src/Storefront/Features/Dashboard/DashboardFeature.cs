using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Dashboard;

/// <summary>A customer's home.</summary>
public static class DashboardFeature
{
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddScoped<TicketSummaryReader>();
        services.AddScoped<NextSteps>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.AuthorizePage("/Dashboard/Index", Policies.SignedIn));
        return services.AddNavigation<DashboardTexts>(NavigationPlace.Customer, 10, "/account", "Nav.Home", "home");
    }
}
