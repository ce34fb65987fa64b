using System.Collections.Concurrent;

namespace Storefront.GraphQL.Subscriptions;

/// <summary>
/// Lets readers go on that have something to read: as many at a time as there are cores, and after a few of each it is another's turn. A message
/// to thousands then takes no thread from other work for long, and what the first readers write has left before the last ones begin, so that
/// their buffers are used again.
/// </summary>
internal sealed class Delivery : IThreadPoolWorkItem
{
    private const int Turn = 32;

    // One that blocks its thread leaves another to the rest.
    private static readonly int MostWorkers = Math.Max(2, Environment.ProcessorCount);

    private readonly ConcurrentQueue<TopicReader> due = new();
    private int workers;

    /// <summary>Lets a reader go on soon, on another thread.</summary>
    public void Add(TopicReader reader)
    {
        due.Enqueue(reader);

        // A worker that ends counts itself out, then looks whether something is due: one of the two sees the other.
        Interlocked.MemoryBarrier();
        Start();
    }

    void IThreadPoolWorkItem.Execute()
    {
        for (var count = 0; count < Turn && due.TryDequeue(out var reader); count++)
        {
            reader.Continue();
        }

        // What writes to the network may wait for a core.
        Thread.Yield();
        if (!due.IsEmpty)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            return;
        }

        Interlocked.Decrement(ref workers);
        if (!due.IsEmpty)
        {
            Start();
        }
    }

    private void Start()
    {
        int count;
        while ((count = Volatile.Read(ref workers)) < MostWorkers)
        {
            if (Interlocked.CompareExchange(ref workers, count + 1, count) == count)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }
        }
    }
}
