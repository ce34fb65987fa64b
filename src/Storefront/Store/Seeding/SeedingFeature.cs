using Storefront.Domain.Houses;

namespace Storefront.Store.Seeding;

/// <summary>The sandbox's demonstration: accounts, staff and a history of some months. None of it exists outside the sandbox.</summary>
public static class SeedingFeature
{
    public static IServiceCollection AddSeeding(this IServiceCollection services)
    {
        services.AddSingleton(provider => DemoStory.Of(provider.GetRequiredService<Handbook>().House.Key).People);
        services.AddSingleton<DemoProgress>();
        services.AddSingleton<DemoMarker>();
        services.AddSingleton<SandboxData>();
        services.AddSingleton<DemoSeeder>();
        services.AddScoped<DemoPeople>();
        services.AddSingleton<DemoService>();
        services.AddHostedService(provider => provider.GetRequiredService<DemoService>());
        return services;
    }
}
