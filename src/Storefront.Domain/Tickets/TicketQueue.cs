using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Tickets;

/// <summary>The house's queue, ordered as its handbook says (FLU-15, FEN-15).</summary>
public static class TicketQueue
{
    /// <summary>The tickets that wait to be begun, the next first. Ties go by number.</summary>
    public static ImmutableArray<QueuedTicket> Order(IEnumerable<QueuedTicket> tickets, IReadOnlyList<QueueKey> order) =>
        [.. tickets.Order(Comparer<QueuedTicket>.Create((left, right) => Compare(left, right, order)))];

    /// <summary>A ticket's place in an ordered queue, and what stands before it; null when it is not in it.</summary>
    public static QueuePlace? PlaceOf(TicketId ticket, ImmutableArray<QueuedTicket> queue, IReadOnlyList<QueueKey> order)
    {
        for (var index = 0; index < queue.Length; index++)
        {
            if (queue[index].Id == ticket)
            {
                return Places(queue, order)[index];
            }
        }

        return null;
    }

    /// <summary>The places of an ordered queue, with what stands before each: one pass, whatever its length.</summary>
    public static ImmutableArray<QueuePlace> Places(ImmutableArray<QueuedTicket> queue, IReadOnlyList<QueueKey> order)
    {
        // Where the run of tickets began that are equal by the first keys; those between two such starts are ahead because of the key between.
        var starts = new int[order.Count + 1];
        var places = ImmutableArray.CreateBuilder<QueuePlace>(queue.Length);
        for (var index = 0; index < queue.Length; index++)
        {
            var differs = index == 0 ? order.Count : FirstDifference(queue[index - 1], queue[index], order);
            starts.AsSpan(Math.Min(differs + 1, starts.Length)).Fill(index);
            var ahead = new Dictionary<QueueKey, int>();
            for (var key = 0; key < order.Count; key++)
            {
                ahead[order[key]] = starts[key + 1] - starts[key];
            }

            places.Add(new QueuePlace(
                index + 1,
                ahead.GetValueOrDefault(QueueKey.ClassRank),
                ahead.GetValueOrDefault(QueueKey.PlanPriority),
                ahead.GetValueOrDefault(QueueKey.Arrival) + index - starts[^1]));
        }

        return places.MoveToImmutable();
    }

    /// <summary>
    /// What a customer's own tickets have to arrive by, so that they stand in the order it wishes: they share out the places that they have,
    /// and no other customer's moves.
    /// </summary>
    /// <param name="waiting">All of the customer's tickets that wait, in any order.</param>
    /// <param name="wished">Some of them, each once, all of one class, in the order wished.</param>
    /// <returns>The arrivals, in that order; or <see cref="TicketNotWaiting"/> or <see cref="NotOneClass"/>.</returns>
    public static Result<ImmutableArray<Instant>> Reorder(IReadOnlyList<QueuedTicket> waiting, IReadOnlyList<TicketId> wished)
    {
        var moved = wished.Distinct().Select(id => waiting.FirstOrDefault(ticket => ticket.Id == id)).ToList();
        if (moved.Count < 2 || moved.Count != wished.Count || moved.Contains(null))
        {
            return new TicketNotWaiting();
        }

        if (moved.Select(ticket => ticket!.ClassRank).Distinct().Count() > 1)
        {
            return new NotOneClass();
        }

        var arrivals = moved.Select(ticket => ticket!).OrderBy(ticket => ticket.JoinedAt).ThenBy(ticket => ticket.Number).Select(ticket => ticket.JoinedAt).ToArray();
        for (var index = 1; index < arrivals.Length; index++)
        {
            // Two that came at one instant are told apart by the least that the store keeps.
            arrivals[index] = Instant.Max(arrivals[index], arrivals[index - 1] + Duration.FromTicks(10));
        }

        return ImmutableArray.Create(arrivals);
    }

    private static int Compare(QueuedTicket left, QueuedTicket right, IReadOnlyList<QueueKey> order)
    {
        var differs = FirstDifference(left, right, order);
        return differs < order.Count ? CompareBy(order[differs], left, right) : left.Number.CompareTo(right.Number);
    }

    private static int FirstDifference(QueuedTicket left, QueuedTicket right, IReadOnlyList<QueueKey> order)
    {
        var key = 0;
        while (key < order.Count && CompareBy(order[key], left, right) == 0)
        {
            key++;
        }

        return key;
    }

    private static int CompareBy(QueueKey key, QueuedTicket left, QueuedTicket right) => key switch
    {
        QueueKey.ClassRank => left.ClassRank.CompareTo(right.ClassRank),
        QueueKey.PlanPriority => right.PlanPriority.CompareTo(left.PlanPriority),
        QueueKey.Arrival => left.JoinedAt.CompareTo(right.JoinedAt),
    };
}
