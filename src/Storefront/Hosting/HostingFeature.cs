using Microsoft.AspNetCore.HttpOverrides;

namespace Storefront.Hosting;

/// <summary>What stands around every feature: addresses, headers, health.</summary>
public static class HostingFeature
{
    public static IServiceCollection AddStorefrontHosting(this IServiceCollection services, StorefrontSettings settings)
    {
        services.AddSingleton<OwnAddress>();
        services.AddSingleton(TimeProvider.System);
        services.AddHealthChecks();
        services.Configure<ForwardedHeadersOptions>(options =>
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        if (!settings.IsSandbox)
        {
            services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        }

        return services;
    }

    public static WebApplication UseStorefrontHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        return app;
    }
}
