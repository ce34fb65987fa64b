using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Storefront.Hosting;

/// <summary>Two questions of a load balancer: does the process answer, and can it do its work.</summary>
public static class Health
{
    /// <summary>The tag of checks that decide whether this node takes requests.</summary>
    public const string Ready = "ready";

    public static WebApplication MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
        return app;
    }
}
