using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Benchmarks.Http;

namespace Storefront.Benchmarks.Server;

/// <summary>What the benchmark asks the server about itself.</summary>
internal static class ControlRoutes
{
    public const string State = "/benchmark/state";

    /// <summary>The SQL of the requests since it was last taken.</summary>
    public const string TakeSql = "/benchmark/sql/take";

    /// <summary>Ends the recording of SQL, before anything is measured.</summary>
    public const string StopSql = "/benchmark/sql/stop";

    public static void MapStateRoute(this IEndpointRouteBuilder routes) => routes.MapGet(
        State, () => new ServerState(GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime.TotalMicroseconds));

    public static void MapControlRoutes(this IEndpointRouteBuilder routes)
    {
        var recording = new SqlRecording(routes.ServiceProvider.GetRequiredService<IHttpContextAccessor>());
        routes.MapStateRoute();
        routes.MapGet(TakeSql, recording.Take);
        routes.MapGet(StopSql, () =>
        {
            recording.Dispose();
            return Results.Ok();
        });
    }
}
