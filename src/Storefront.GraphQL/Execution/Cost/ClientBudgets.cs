using System.Collections.Concurrent;

namespace Storefront.GraphQL.Execution.Cost;

/// <summary>
/// What each client has left: token buckets by the client's key. A bucket that is full again says no more than none, so that those are
/// forgotten when there are too many, and then those that are nearly full.
/// </summary>
internal sealed class ClientBudgets(int capacity, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);
    private int isSweeping;

    /// <summary>How many clients are remembered.</summary>
    public int Count => buckets.Count;

    /// <summary>What the client has, without taking anything.</summary>
    public double Peek(string client, ClientBudget budget) =>
        buckets.TryGetValue(client, out var bucket) ? bucket.Add(0, budget, time) : budget.MaximumAvailable;

    /// <summary>Takes a cost when the client has it.</summary>
    /// <returns>Whether it had, and what is left.</returns>
    public (bool IsTaken, double Available) TryTake(string client, ClientBudget budget, double cost)
    {
        var bucket = Find(client, budget);
        return bucket.TryTake(cost, budget, time);
    }

    /// <summary>Takes what the client has of a cost, all of it where it has less.</summary>
    public void Take(string client, ClientBudget budget, double cost) => Find(client, budget).Add(-cost, budget, time);

    /// <summary>Gives back what was not used.</summary>
    /// <returns>What the client has then.</returns>
    public double GiveBack(string client, ClientBudget budget, double cost) => Find(client, budget).Add(cost, budget, time);

    private Bucket Find(string client, ClientBudget budget)
    {
        if (!buckets.TryGetValue(client, out var bucket))
        {
            bucket = buckets.GetOrAdd(client, new Bucket(budget.MaximumAvailable, time.GetTimestamp()));
            if (buckets.Count > capacity)
            {
                Sweep();
            }
        }

        return bucket;
    }

    private void Sweep()
    {
        if (Interlocked.Exchange(ref isSweeping, 1) != 0)
        {
            return;
        }

        try
        {
            // A tenth more than needed, so that not every new client sweeps.
            var surplus = buckets.Count - (capacity * 9 / 10);
            foreach (var (key, _) in buckets.ToArray().OrderByDescending(entry => entry.Value.Fullness(time)).Take(surplus))
            {
                buckets.TryRemove(key, out _);
            }
        }
        finally
        {
            Volatile.Write(ref isSweeping, 0);
        }
    }

    private sealed class Bucket(double available, long asOf)
    {
        private readonly Lock gate = new();
        private ClientBudget? lastBudget;
        private double available = available;
        private long asOf = asOf;

        public double Add(double amount, ClientBudget budget, TimeProvider time)
        {
            lock (gate)
            {
                Refill(budget, time);
                return available = Math.Clamp(available + amount, 0, budget.MaximumAvailable);
            }
        }

        public (bool IsTaken, double Available) TryTake(double cost, ClientBudget budget, TimeProvider time)
        {
            lock (gate)
            {
                Refill(budget, time);
                if (available < cost)
                {
                    return (false, available);
                }

                available -= cost;
                return (true, available);
            }
        }

        public double Fullness(TimeProvider time)
        {
            lock (gate)
            {
                if (lastBudget is not { } budget)
                {
                    return 0;
                }

                Refill(budget, time);
                return available / budget.MaximumAvailable;
            }
        }

        private void Refill(ClientBudget budget, TimeProvider time)
        {
            var now = time.GetTimestamp();
            lastBudget = budget;
            available = Math.Min(budget.MaximumAvailable, available + (time.GetElapsedTime(asOf, now).TotalSeconds * budget.RestoreRate));
            asOf = now;
        }
    }
}
