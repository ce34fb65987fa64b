using Storefront.Benchmarks.Http;
using Storefront.Benchmarks.Server;

namespace Storefront.Benchmarks.Live;

/// <summary>
/// Tells a crowd long things twice, each time on a server of its own: without and with readers that subscribed and never read. What one server
/// takes more than the other is what they cost.
/// </summary>
internal static class SlowReaderBenchmark
{
    private const int Events = 200;
    private const int TextLength = 16 * 1024;

    public static async Task<SlowReaderFigures> MeasureAsync(Func<Subscriber> make, BenchmarkOptions options)
    {
        var (others, stalled) = (options.Subscribers / 100, options.Subscribers / 20);
        var without = await RunAsync(make, others, stalled: 0);
        var with = await RunAsync(make, others, stalled);
        return new SlowReaderFigures(
            stalled,
            (long)TextLength * Events,
            (double)(with.Managed - without.Managed) / stalled,
            (double)(with.Peak - without.Peak) / stalled,
            others + stalled - (int)with.Active,
            others,
            Median(with.Rounds),
            Median(without.Rounds));
    }

    private static async Task<Run> RunAsync(Func<Subscriber> make, int others, int stalled)
    {
        var request = new SubscriberRequest("subscription { news { number text } }", Token: null);
        await using var server = await ServerProcess.StartAsync(LiveServer.Verb);
        var scenario = new LiveScenario(server, request, make, () => server.AskAsync(RawRequest.Get(LiveServer.PublishPath(TextLength))));
        await using var crowd = new Crowd();
        await crowd.AddAsync(others, make, server.EndPoint, request);
        await LiveBenchmark.WhenActiveAsync(server, others);
        for (var round = 0; round < Events / 10; round++)
        {
            await crowd.TellAsync(scenario.Cause, isOnlyEvent: true);
        }

        var readers = Enumerable.Range(0, stalled).Select(_ => make()).ToList();
        foreach (var reader in readers)
        {
            reader.KeepBufferSmall();
            await reader.OpenAsync(server.EndPoint, request);
        }

        await LiveBenchmark.WhenActiveAsync(server, others + stalled);
        var (rounds, managed) = (new List<TimeSpan>(), 0L);
        for (var round = 1; round <= Events; round++)
        {
            rounds.Add(await crowd.TellAsync(scenario.Cause, isOnlyEvent: true));
            if (round % 10 == 0)
            {
                managed = Math.Max(managed, (await LiveBenchmark.StateAsync(server, LiveRoutes.Collected)).Managed);
            }
        }

        var last = await LiveBenchmark.StateAsync(server, LiveRoutes.State);
        readers.ForEach(reader => reader.Dispose());
        return new Run(rounds, managed, last.Peak, last.Active);
    }

    private static TimeSpan Median(IReadOnlyList<TimeSpan> rounds) => rounds.Order().ElementAt(rounds.Count / 2);

    private sealed record Run(IReadOnlyList<TimeSpan> Rounds, long Managed, long Peak, long Active);
}
