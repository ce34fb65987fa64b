using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Houses;
using Storefront.Features.Shared.Navigation;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Projects;

/// <summary>The pages about projects, in houses that sell packages.</summary>
public static class ProjectPages
{
    public static IServiceCollection AddProjectPages(this IServiceCollection services)
    {
        services.AddSingleton<ProjectReader>();
        services.AddScoped<ProjectSpeech>();
        services.AddScoped<ProjectTimeline>();
        services.AddScoped<ProjectCalendar>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.AuthorizeFolder("/Projects", Policies.SignedIn));
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizePage("/Projects/DeskList", Policies.Staff);
            options.Conventions.AuthorizePage("/Projects/DeskShow", Policies.Staff);
        });
        return services
            .AddNavigation<ProjectPageTexts>(NavigationPlace.Customer, 25, "/projects", "Nav.Projects", where: SellsPackages)
            .AddNavigation<ProjectPageTexts>(NavigationPlace.Desk, 15, "/desk/projects", "Desk.Nav", "layers", where: SellsPackages);
    }

    private static bool SellsPackages(Handbook handbook) => handbook.Packages.Count > 0;
}
