using System.Collections.Concurrent;

namespace Storefront.GraphQL.Tests.Support;

/// <summary>What tests see and steer of a server's resolvers: who waits, which sources are open, when to go on.</summary>
public sealed class Signals
{
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, int> counts = new();
    private int number;

    /// <summary>Completes when the test lets those who wait go on.</summary>
    public Task Released => released.Task;

    /// <summary>How many numbers were given out.</summary>
    public int Numbers => Volatile.Read(ref number);

    public int NextNumber() => Interlocked.Increment(ref number);

    public void Release() => released.TrySetResult();

    /// <summary>Counts up until disposed.</summary>
    public IDisposable Enter(string place) => new Visit(this, place);

    public int CountOf(string place) => counts.GetValueOrDefault(place);

    private sealed class Visit : IDisposable
    {
        private readonly Signals signals;
        private readonly string place;

        public Visit(Signals signals, string place)
        {
            this.signals = signals;
            this.place = place;
            signals.counts.AddOrUpdate(place, 1, (_, count) => count + 1);
        }

        public void Dispose() => signals.counts.AddOrUpdate(place, 0, (_, count) => count - 1);
    }
}
