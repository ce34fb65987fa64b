using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Storefront.Benchmarks.Live;

/// <summary>What the benchmark asks a server about its streams and its memory.</summary>
internal static class LiveRoutes
{
    public const string State = "/benchmark/live";

    public const string Collected = "/benchmark/live/collected";

    private static long active;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int MallocTrim(nint pad);

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
            // Twice, with finalizers between: a closed socket's handle is freed by the second. What the collector and the C library keep for later
            // they give back, or the process would be measured by what it needed a while ago.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.KeepAlive(listener);
            GiveBackNativeMemory();
            return Read();
        });
    }

    private static LiveState Read()
    {
        using var process = Process.GetCurrentProcess();
        return new(
            Interlocked.Read(ref active),
            GC.GetTotalMemory(forceFullCollection: false),
            process.WorkingSet64,
            process.PeakWorkingSet64,
            Environment.CpuUsage.TotalTime,
            JitInfo.GetCompiledMethodCount());
    }

    // glibc's alone; elsewhere it is counted with the rest.
    private static void GiveBackNativeMemory()
    {
        if (NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "malloc_trim", out var trim))
        {
            Marshal.GetDelegateForFunctionPointer<MallocTrim>(trim)(0);
        }
    }
}
