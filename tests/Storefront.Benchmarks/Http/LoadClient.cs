using System.Diagnostics;
using System.Net;

namespace Storefront.Benchmarks.Http;

/// <summary>Sends the same request over several connections, each as soon as the answer before has come.</summary>
internal static class LoadClient
{
    public static async Task<Load> RunAsync(IPEndPoint server, RawRequest request, int connections, TimeSpan duration)
    {
        var open = new HttpConnection[connections];
        for (var index = 0; index < connections; index++)
        {
            open[index] = await HttpConnection.OpenAsync(server);
        }

        try
        {
            var started = Stopwatch.GetTimestamp();
            var until = started + (long)(duration.TotalSeconds * Stopwatch.Frequency);
            var latencies = await Task.WhenAll(open.Select(connection => Task.Run(() => RunAsync(connection, request, until))));
            return new Load([.. latencies.SelectMany(list => list).Order()], Stopwatch.GetElapsedTime(started));
        }
        finally
        {
            foreach (var connection in open)
            {
                connection.Dispose();
            }
        }
    }

    private static async Task<List<long>> RunAsync(HttpConnection connection, RawRequest request, long until)
    {
        var latencies = new List<long>(64 * 1024);
        var before = Stopwatch.GetTimestamp();
        while (before < until)
        {
            if (await connection.SendAsync(request) is var status and not 200)
            {
                throw new InvalidOperationException($"The server answered {status} under load.");
            }

            var after = Stopwatch.GetTimestamp();
            latencies.Add(after - before);
            before = after;
        }

        return latencies;
    }
}
