using System.Diagnostics;
using System.Net;

namespace Storefront.Benchmarks.Live;

/// <summary>Thousands of subscribers to one thing.</summary>
internal sealed class Crowd : IAsyncDisposable
{
    private const int OpenedAtOnce = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<Subscriber> subscribers = [];
    private long heard;
    private Round round = new(0);

    public int Count => subscribers.Count;

    /// <summary>Adds subscribers and lets them read.</summary>
    public async Task AddAsync(int count, Func<Subscriber> make, IPEndPoint server, SubscriberRequest request)
    {
        var added = Enumerable.Range(0, count).Select(_ => make()).ToList();
        await Parallel.ForEachAsync(added, new ParallelOptions { MaxDegreeOfParallelism = OpenedAtOnce }, async (subscriber, stopped) =>
        {
            await subscriber.OpenAsync(server, request);
            var last = 0;
            subscriber.Heard = () =>
            {
                Interlocked.Increment(ref heard);
                var now = round;
                if (Interlocked.Exchange(ref last, now.Number) != now.Number)
                {
                    now.Count();
                }
            };
            subscriber.Listen();
            await subscriber.WhenAnsweredAsync().WaitAsync(Patience, stopped);
        });
        subscribers.AddRange(added);
    }

    /// <summary>Causes something and waits until everybody has heard of it, and of all that came with it.</summary>
    /// <param name="cause">Causes it.</param>
    /// <param name="isOnlyEvent">Whether nothing comes with it.</param>
    /// <returns>From before it was caused until the last one heard the first of it.</returns>
    public async Task<TimeSpan> TellAsync(Func<Task> cause, bool isOnlyEvent = false)
    {
        var telling = round = new Round(Count, round.Number + 1);
        var started = Stopwatch.GetTimestamp();
        await cause();
        var elapsed = Stopwatch.GetElapsedTime(started, await telling.Last.WaitAsync(Patience));
        if (!isOnlyEvent)
        {
            await WhenQuietAsync();
        }

        return elapsed;
    }

    /// <summary>Waits until nothing has been heard for a while.</summary>
    public async Task WhenQuietAsync()
    {
        long before;
        do
        {
            before = Interlocked.Read(ref heard);
            await Task.Delay(TimeSpan.FromMilliseconds(300));
        }
        while (before != Interlocked.Read(ref heard));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var subscriber in subscribers)
        {
            subscriber.Dispose();
        }

        await Task.WhenAll(subscribers.Select(subscriber => subscriber.WhenEndedAsync()));
    }

    private sealed class Round(int waitedFor, int number = 0)
    {
        private readonly TaskCompletionSource<long> last = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int left = waitedFor;

        public int Number => number;

        /// <summary>The time at which the last one heard.</summary>
        public Task<long> Last => last.Task;

        public void Count()
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                last.TrySetResult(Stopwatch.GetTimestamp());
            }
        }
    }
}
