using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>The house's queue as it is now: read again each time, since every ticket of every account moves it.</summary>
public sealed class TicketQueueReader(Handbooks handbooks)
{
    public async Task<HouseQueue> ReadAsync(StorefrontDb db, CancellationToken cancellationToken)
    {
        var order = handbooks.Present.Tickets.QueueOrder;
        var waiting = await db.Set<Ticket>().AsNoTracking()
            .Where(ticket => ticket.Status == TicketStatus.Open || ticket.Status == TicketStatus.Assessing || ticket.Status == TicketStatus.Planned)
            .Select(ticket => new { ticket.AccountId, ticket.Id, ticket.Number, ticket.ClassRank, ticket.JoinsAt })
            .ToListAsync(cancellationToken);
        var priorities = order.Contains(QueueKey.PlanPriority) ? await PrioritiesAsync(db, cancellationToken) : [];
        var queue = waiting.Select(ticket => new QueuedTicket(
            ticket.Id, ticket.Number, ticket.ClassRank, priorities.GetValueOrDefault(ticket.AccountId), ticket.JoinsAt));
        return new HouseQueue(TicketQueue.Order(queue, order), order);
    }

    private async Task<Dictionary<AccountId, int>> PrioritiesAsync(StorefrontDb db, CancellationToken cancellationToken)
    {
        var plans = await db.Set<PlanSubscription>().AsNoTracking().Where(row => row.Status != PlanSubscriptionStatus.Canceled)
            .Select(row => new { row.AccountId, row.PlanKey }).ToListAsync(cancellationToken);
        return plans.ToDictionary(
            row => row.AccountId,
            row => handbooks.Present.Plans.Get(row.PlanKey) is { IsRefused: false } plan ? plan.Value.Priority : 0);
    }
}

/// <summary>The tickets that wait to be begun, the next first.</summary>
/// <param name="Tickets">In order.</param>
/// <param name="Order">By what they are ordered.</param>
public sealed record HouseQueue(ImmutableArray<QueuedTicket> Tickets, IReadOnlyList<QueueKey> Order)
{
    /// <summary>Where a ticket stands and why; null when it is not in the queue.</summary>
    public QueuePlace? PlaceOf(TicketId ticket) => TicketQueue.PlaceOf(ticket, Tickets, Order);
}
