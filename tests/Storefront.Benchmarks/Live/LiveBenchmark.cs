using System.Diagnostics;
using System.Text.Json;
using Storefront.Benchmarks.Http;
using Storefront.Benchmarks.Server;

namespace Storefront.Benchmarks.Live;

/// <summary>Opens a crowd of subscribers on a server in a process of its own, tells them something, and reads what it cost there.</summary>
internal static class LiveBenchmark
{
    private const int MostWarmUps = 40;

    private const int ToldEachWarmUp = 5;

    // Methods compiled in one round of warming up, of some fifty thousand.
    private const int HardlyAnything = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static async Task<LiveFigures> MeasureAsync(LiveScenario scenario, BenchmarkOptions options)
    {
        await WarmUpAsync(scenario, options.Subscribers / 20);
        var before = await StateAsync(scenario.Server, LiveRoutes.Collected);
        var started = Stopwatch.GetTimestamp();
        var crowd = new Crowd();
        LiveState open, idle, told;
        TimeSpan opening;
        var rounds = new List<TimeSpan>();
        await using (crowd)
        {
            await crowd.AddAsync(options.Subscribers, scenario.Make, scenario.Server.EndPoint, scenario.Request);
            await WhenActiveAsync(scenario.Server, options.Subscribers);
            opening = Stopwatch.GetElapsedTime(started);
            await crowd.WhenQuietAsync();
            open = await StateAsync(scenario.Server, LiveRoutes.Collected);
            await Task.Delay(options.Idle);
            idle = await StateAsync(scenario.Server, LiveRoutes.State);
            for (var round = 0; round < options.Rounds; round++)
            {
                rounds.Add(await crowd.TellAsync(scenario.Cause));
            }

            told = await StateAsync(scenario.Server, LiveRoutes.Collected);
        }

        await WhenActiveAsync(scenario.Server, 0);
        var after = await StateAsync(scenario.Server, LiveRoutes.Collected);
        double Each(Func<LiveState, long> figure, LiveState state) => (double)(figure(state) - figure(before)) / options.Subscribers;
        return new LiveFigures(
            options.Subscribers,
            opening,
            Math.Max(Each(state => state.Managed, open), Each(state => state.Managed, told)),
            Math.Max(Each(state => state.Resident, open), Each(state => state.Resident, told)),
            (idle.Cpu - open.Cpu) / options.Idle,
            rounds.Order().ElementAt(rounds.Count / 2),
            rounds.Max(),
            Each(state => state.Resident, after));
    }

    /// <summary>Waits until so many subscriptions are open.</summary>
    public static async Task WhenActiveAsync(ServerProcess server, int count)
    {
        var started = Stopwatch.GetTimestamp();
        while (await StateAsync(server, LiveRoutes.State) is var state && state.Active != count)
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException($"{state.Active} subscriptions are open, not {count}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>What the server says of itself at one of the <see cref="LiveRoutes"/>.</summary>
    public static async Task<LiveState> StateAsync(ServerProcess server, string path) =>
        JsonSerializer.Deserialize<LiveState>(await server.AskAsync(RawRequest.Get(path)), JsonSerializerOptions.Web)!;

    // Code is compiled and pools are filled by the first; that is not the price of those who come after. What is called often is compiled
    // again, so that this goes on until hardly anything is.
    private static async Task WarmUpAsync(LiveScenario scenario, int count)
    {
        var compiled = 0L;
        for (var round = 0; round < MostWarmUps; round++)
        {
            await using (var crowd = new Crowd())
            {
                await crowd.AddAsync(count, scenario.Make, scenario.Server.EndPoint, scenario.Request);
                await WhenActiveAsync(scenario.Server, count);
                await crowd.WhenQuietAsync();
                for (var told = 0; told < ToldEachWarmUp; told++)
                {
                    await crowd.TellAsync(scenario.Cause);
                }
            }

            await WhenActiveAsync(scenario.Server, 0);
            var before = compiled;
            compiled = (await StateAsync(scenario.Server, LiveRoutes.State)).CompiledMethods;
            if (compiled - before < HardlyAnything)
            {
                return;
            }
        }
    }
}
