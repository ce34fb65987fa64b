using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>The house's queue as it is now: read again each time, since every ticket of every account moves it.</summary>
public sealed class TicketQueueReader(Handbooks handbooks)
{
    /// <summary>How far back the house's pace is looked at.</summary>
    private static readonly Duration PaceWindow = Duration.FromDays(28);

    public async Task<HouseQueue> ReadAsync(StorefrontDb db, CancellationToken cancellationToken)
    {
        var order = handbooks.Present.Tickets.QueueOrder;
        var waiting = await Waiting(db)
            .Select(ticket => new { ticket.AccountId, ticket.Id, ticket.Number, ticket.ClassRank, ticket.JoinsAt, ticket.QueuedAt })
            .ToListAsync(cancellationToken);
        var priorities = order.Contains(QueueKey.PlanPriority) ? await PrioritiesAsync(db, cancellationToken) : [];
        var queue = waiting.Select(ticket => new QueuedTicket(
            ticket.Id, ticket.Number, ticket.ClassRank, priorities.GetValueOrDefault(ticket.AccountId), ticket.QueuedAt ?? ticket.JoinsAt));
        return new HouseQueue(TicketQueue.Order(queue, order), order, waiting.ToLookup(ticket => ticket.AccountId, ticket => ticket.Id));
    }

    /// <summary>The tickets that wait to be begun, in no order.</summary>
    internal static IQueryable<Ticket> Waiting(StorefrontDb db) => db.Set<Ticket>().AsNoTracking()
        .Where(ticket => ticket.Status == TicketStatus.Open || ticket.Status == TicketStatus.Assessing || ticket.Status == TicketStatus.Planned);

    /// <summary>How fast the house has begun work in the last four weeks, or since its first ticket; null when too little to tell.</summary>
    public async Task<QueuePace?> ReadPaceAsync(StorefrontDb db, Instant now, CancellationToken cancellationToken)
    {
        var first = await db.Set<Ticket>().AsNoTracking().OrderBy(ticket => ticket.Number).Select(ticket => (Instant?)ticket.OpenedAt)
            .FirstOrDefaultAsync(cancellationToken) ?? now;
        var since = Instant.Max(first, now - PaceWindow);
        var begun = await db.Set<Ticket>().CountAsync(ticket => ticket.StartedAt >= since, cancellationToken);
        return QueuePace.Of(begun, handbooks.Present.Calendar.BusinessTimeBetween(since, now));
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
/// <param name="OfAccounts">Whose they are.</param>
public sealed record HouseQueue(ImmutableArray<QueuedTicket> Tickets, IReadOnlyList<QueueKey> Order, ILookup<AccountId, TicketId> OfAccounts)
{
    private readonly Lazy<FrozenDictionary<TicketId, QueuePlace>> places = new(() => TicketQueue.Places(Tickets, Order)
        .Select((place, index) => KeyValuePair.Create(Tickets[index].Id, place)).ToFrozenDictionary());

    /// <summary>Where a ticket stands and why; null when it is not in the queue.</summary>
    public QueuePlace? PlaceOf(TicketId ticket) => places.Value.GetValueOrDefault(ticket);

    /// <summary>The places of an account's tickets, or of one of them, as one text that changes when any of them does; it tells nothing of others.</summary>
    public string MarkOf(AccountId account, TicketId? ticket = null) => string.Join(
        '-', OfAccounts[account].Where(id => ticket is null || id == ticket).Select(id => PlaceOf(id)!.Position).Order());
}
