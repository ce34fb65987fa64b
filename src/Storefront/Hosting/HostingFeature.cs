using Microsoft.AspNetCore.HttpOverrides;
using Storefront.Hosting.Keys;
using Storefront.Hosting.Viewers;

namespace Storefront.Hosting;

/// <summary>What stands around every feature: addresses, headers, sign-in, health.</summary>
public static class HostingFeature
{
    public static IServiceCollection AddStorefrontHosting(this IServiceCollection services, StorefrontSettings settings)
    {
        services.AddSingleton<OwnAddress>();
        services.AddSingleton(TimeProvider.System);
        services.AddStoredKeys(settings);
        services.AddViewers();
        services.AddRateLimits();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [Health.Ready]);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var network in settings.TrustedProxies)
            {
                options.KnownIPNetworks.Add(network);
            }
        });
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        return services;
    }

    /// <summary>Goes first: what every answer has, whatever comes of it.</summary>
    public static WebApplication UseStorefrontHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        return app;
    }

    /// <summary>Goes after the error pages, whose look it uses, and before whatever needs to know who asks.</summary>
    public static WebApplication UseSignIn(this WebApplication app)
    {
        app.UseMiddleware<StoreUnavailable>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseViewers();
        app.UseAntiforgery();
        return app;
    }
}
