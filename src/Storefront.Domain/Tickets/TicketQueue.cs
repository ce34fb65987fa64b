using System.Collections.Immutable;
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
                var reasons = queue[..index].CountBy(ahead => DecidingKey(ahead, queue[index], order)).ToDictionary();
                return new QueuePlace(
                    index + 1,
                    reasons.GetValueOrDefault(QueueKey.ClassRank),
                    reasons.GetValueOrDefault(QueueKey.PlanPriority),
                    reasons.GetValueOrDefault(QueueKey.Arrival));
            }
        }

        return null;
    }

    private static int Compare(QueuedTicket left, QueuedTicket right, IReadOnlyList<QueueKey> order)
    {
        foreach (var key in order)
        {
            var result = CompareBy(key, left, right);
            if (result != 0)
            {
                return result;
            }
        }

        return left.Number.CompareTo(right.Number);
    }

    private static QueueKey DecidingKey(QueuedTicket ahead, QueuedTicket ticket, IReadOnlyList<QueueKey> order)
    {
        foreach (var key in order)
        {
            if (CompareBy(key, ahead, ticket) != 0)
            {
                return key;
            }
        }

        return QueueKey.Arrival;
    }

    private static int CompareBy(QueueKey key, QueuedTicket left, QueuedTicket right) => key switch
    {
        QueueKey.ClassRank => left.ClassRank.CompareTo(right.ClassRank),
        QueueKey.PlanPriority => right.PlanPriority.CompareTo(left.PlanPriority),
        QueueKey.Arrival => left.JoinedAt.CompareTo(right.JoinedAt),
    };
}
