using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Storefront.Benchmarks.Live;

/// <summary>What the benchmark asks a server about its streams and its memory.</summary>
internal static class LiveRoutes
{
    public const string State = "/benchmark/live";

    public const string Collected = "/benchmark/live/collected";

    private static long active;

    public static void MapLiveRoutes(this IEndpointRouteBuilder routes)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "graphql.server.active_subscriptions")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((_, change, _, _) => Interlocked.Add(ref active, change));
        listener.Start();
        routes.MapGet(State, Read);
        routes.MapGet(Collected, () =>
        {
            // Twice, with finalizers between: a closed socket's handle is freed by the second.
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            GC.KeepAlive(listener);
            return Read();
        });
    }

    private static LiveState Read() => new(
        Interlocked.Read(ref active), GC.GetTotalMemory(forceFullCollection: false), Environment.WorkingSet, Environment.CpuUsage.TotalTime);
}
