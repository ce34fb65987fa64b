using Storefront.Hosting;
using Storefront.Store.Seeding;

namespace Storefront.Features.Sandbox;

/// <summary>What helps to try the program: the mailbox, the clock that can be moved, starting over. None of it exists outside the sandbox.</summary>
public static class SandboxFeature
{
    public static IServiceCollection AddSandbox(this IServiceCollection services, StorefrontSettings settings)
    {
        services.AddScoped<MailboxReader>();
        return settings.IsSandbox ? services.AddSeeding() : services;
    }

    /// <summary>Outside the sandbox its addresses are not found, before anything else looks at them.</summary>
    public static WebApplication UseSandbox(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<StorefrontSettings>().IsSandbox)
        {
            app.Use((context, next) =>
            {
                if (!context.Request.Path.StartsWithSegments("/sandbox", StringComparison.OrdinalIgnoreCase))
                {
                    return next(context);
                }

                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        }

        return app;
    }

    public static WebApplication MapSandbox(this WebApplication app)
    {
        if (app.Services.GetRequiredService<StorefrontSettings>().IsSandbox)
        {
            app.MapSandboxClock();
            app.MapSandboxDemo();
        }

        return app;
    }
}
