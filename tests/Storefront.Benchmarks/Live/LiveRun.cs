using Storefront.Benchmarks.Http;
using Storefront.Benchmarks.Reports;
using Storefront.Benchmarks.Server;

namespace Storefront.Benchmarks.Live;

/// <summary>The crowds that are measured: on the GraphQL server alone and on the whole program, each over both transports.</summary>
internal static class LiveRun
{
    public static async Task RunAsync(BenchmarkOptions options)
    {
        var crowds = new List<(string Name, LiveFigures Figures)>();
        var slow = new List<(string Name, SlowReaderFigures Figures)>();
        foreach (var (name, make) in Transports)
        {
            await using (var server = await ServerProcess.StartAsync(LiveServer.Verb))
            {
                var request = new SubscriberRequest("subscription { news { number text } }", Token: null);
                crowds.Add(($"GraphQL server, {name}", await LiveBenchmark.MeasureAsync(
                    new(server, request, make, () => server.AskAsync(RawRequest.Get(LiveServer.PublishPath(textLength: 20)))), options)));
            }

            await using (var server = await ServerProcess.StartAsync())
            {
                var request = new SubscriberRequest("subscription { accountEvents { sequence kind at } }", server.Token);
                crowds.Add(($"storefront, {name}", await LiveBenchmark.MeasureAsync(
                    new(server, request, make, () => server.AskAsync(RawRequest.Get(LiveTicket.ReplyPath))), options)));
            }

            slow.Add((name, await SlowReaderBenchmark.MeasureAsync(make, options)));
        }

        Console.WriteLine(await LiveTable.FormatAsync(crowds, slow));
    }

    private static (string Name, Func<Subscriber> Make)[] Transports =>
        [("SSE", () => new EventStreamSubscriber()), ("WebSocket", () => new SocketSubscriber())];
}
