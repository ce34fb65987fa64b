using Storefront.Store;

namespace Storefront.Features.Projects;

/// <summary>Packages that were bought, from the order to the last day.</summary>
public static class ProjectsFeature
{
    public static IServiceCollection AddProjects(this IServiceCollection services)
    {
        services.AddSingleton<ProjectLetters>();
        services.AddSingleton<ProjectMails>();
        services.AddSingleton<ProjectStore>();
        services.AddSingleton<ProjectLifecycle>();
        services.AddSingleton<IAccountSettlement, ProjectSettlement>();
        return services;
    }
}
