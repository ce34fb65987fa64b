using System.Diagnostics;

namespace Storefront.Benchmarks.Http;

/// <summary>What a load gave.</summary>
/// <param name="Latencies">Of each request in the stopwatch's ticks, sorted.</param>
/// <param name="Elapsed">From the first request to the last answer.</param>
internal sealed record Load(IReadOnlyList<long> Latencies, TimeSpan Elapsed)
{
    public int Requests => Latencies.Count;

    public double RequestsPerSecond => Requests / Elapsed.TotalSeconds;

    /// <summary>The latency that a share of the requests, 0 to 1, does not exceed.</summary>
    public TimeSpan Percentile(double share) => Stopwatch.GetElapsedTime(0, Latencies[(int)((Latencies.Count - 1) * share)]);
}
