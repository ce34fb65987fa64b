using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storefront.Benchmarks.Http;

namespace Storefront.Benchmarks.Server;

/// <summary>What the benchmark asks the server about itself.</summary>
internal static class ControlRoutes
{
    public const string State = "/benchmark/state";
    public const string BeginSql = "/benchmark/sql/begin";
    public const string EndSql = "/benchmark/sql/end";

    public static void MapControlRoutes(this IEndpointRouteBuilder routes)
    {
        SqlRecording? recording = null;
        routes.MapGet(State, () => new ServerState(GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime));
        routes.MapGet(BeginSql, () =>
        {
            recording = new SqlRecording();
            return Results.Ok();
        });
        routes.MapGet(EndSql, () =>
        {
            recording!.Dispose();
            return recording.Text;
        });
    }
}
