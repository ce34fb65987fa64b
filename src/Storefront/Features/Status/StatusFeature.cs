using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Status;

/// <summary>How the house's service is doing (FEN-20): told by staff, seen by everybody, live.</summary>
public static class StatusFeature
{
    public static IServiceCollection AddStatus(this IServiceCollection services)
    {
        services.AddSingleton<HouseSignal>();
        services.AddSingleton<IncidentReader>();
        services.AddSingleton<CurrentStatus>();
        services.AddHostedService(provider => provider.GetRequiredService<CurrentStatus>());
        services.AddSingleton<OpenIncident>();
        services.AddSingleton<UpdateIncident>();
        services.Configure<RazorPagesOptions>(options => options.Conventions
            .AuthorizePage("/Status/Manage", Policies.Staff)
            .AuthorizePage("/Status/Incident", Policies.Staff));
        return services
            .AddNavigation<StatusTexts>(NavigationPlace.Footer, 20, "/status", "Nav.Status")
            .AddNavigation<StatusTexts>(NavigationPlace.Desk, 35, "/desk/status", "Nav.Desk");
    }
}
