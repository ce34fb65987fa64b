namespace Storefront.Benchmarks.Http;

/// <summary>One round on one side; the bytes and the time of cores are the server's alone.</summary>
internal sealed record Measurement(double RequestsPerSecond, TimeSpan P50, TimeSpan P99, double? AllocatedBytes, double CpuMicroseconds)
{
    public static Measurement Of(Load load, ServerState before, ServerState after) => new(
        load.RequestsPerSecond,
        load.Percentile(0.5),
        load.Percentile(0.99),
        (double?)(after.AllocatedBytes - before.AllocatedBytes) / load.Requests,
        (after.CpuMicroseconds - before.CpuMicroseconds) / load.Requests);

    /// <summary>Each figure's median over the rounds.</summary>
    public static Measurement Median(IReadOnlyList<Measurement> rounds)
    {
        T Middle<T>(Func<Measurement, T> figure) => rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
        return new(
            Middle(round => round.RequestsPerSecond),
            Middle(round => round.P50),
            Middle(round => round.P99),
            Middle(round => round.AllocatedBytes),
            Middle(round => round.CpuMicroseconds));
    }
}
