using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;
using Storefront.Features.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>
/// Where tickets stand in the house's queue, counted by the database: the same places as <see cref="TicketQueue.Places"/> gives, without
/// reading the queue.
/// </summary>
public sealed class TicketPlaces(Handbooks handbooks, TicketQueueReader queues)
{
    /// <summary>For so many, counting costs less than reading the queue.</summary>
    private const int Few = 12;

    private IReadOnlyList<QueueKey> Order => handbooks.Present.Tickets.QueueOrder;

    /// <summary>A ticket's place; null when it does not wait to be begun.</summary>
    public async Task<QueuePlace?> FindAsync(StorefrontDb db, Ticket ticket, CancellationToken cancellationToken) => ticket.IsQueued
        ? await CountAsync(db, Queued(ticket, await PriorityAsync(db, ticket.AccountId, cancellationToken)), cancellationToken)
        : null;

    /// <summary>The places of those of the tickets that wait.</summary>
    public async Task<IReadOnlyDictionary<TicketId, QueuePlace>> FindAsync(
        StorefrontDb db, IEnumerable<Ticket> tickets, CancellationToken cancellationToken)
    {
        var waiting = tickets.Where(ticket => ticket.IsQueued).ToList();
        var places = new Dictionary<TicketId, QueuePlace>();
        if (waiting.Count > Few)
        {
            var queue = await queues.ReadAsync(db, cancellationToken);
            foreach (var ticket in waiting)
            {
                if (queue.PlaceOf(ticket.Id) is { } place)
                {
                    places[ticket.Id] = place;
                }
            }

            return places;
        }

        foreach (var ticket in waiting)
        {
            places[ticket.Id] = (await FindAsync(db, ticket, cancellationToken))!;
        }

        return places;
    }

    /// <summary>The places of all of an account's tickets that wait.</summary>
    public async Task<IReadOnlyDictionary<TicketId, QueuePlace>> OfAccountAsync(StorefrontDb db, AccountId account, CancellationToken cancellationToken) =>
        await FindAsync(
            db, await TicketQueueReader.Waiting(db).Where(ticket => ticket.AccountId == account).ToListAsync(cancellationToken), cancellationToken);

    /// <summary>The place of a ticket that waits, or of one that would.</summary>
    public async Task<QueuePlace> CountAsync(StorefrontDb db, QueuedTicket ticket, CancellationToken cancellationToken)
    {
        var (rank, arrival, number) = (ticket.ClassRank, ticket.JoinedAt, ticket.Number);
        var alike = TicketQueueReader.Waiting(db);
        var ahead = new Dictionary<QueueKey, int>();
        foreach (var key in Order)
        {
            var (before, equal) = key switch
            {
                QueueKey.ClassRank => (alike.Where(other => other.ClassRank < rank), alike.Where(other => other.ClassRank == rank)),
                QueueKey.PlanPriority => (
                    WithPlan(db, alike, priority => priority > ticket.PlanPriority), WithPlan(db, alike, priority => priority == ticket.PlanPriority)),
                QueueKey.Arrival => (
                    alike.Where(other => (other.QueuedAt ?? other.JoinsAt) < arrival), alike.Where(other => (other.QueuedAt ?? other.JoinsAt) == arrival)),
            };
            ahead[key] = await before.CountAsync(cancellationToken);
            alike = equal;
        }

        var tied = await alike.CountAsync(other => other.Number < number, cancellationToken);
        return new QueuePlace(
            ahead.Values.Sum() + tied + 1,
            ahead.GetValueOrDefault(QueueKey.ClassRank),
            ahead.GetValueOrDefault(QueueKey.PlanPriority),
            ahead.GetValueOrDefault(QueueKey.Arrival) + tied);
    }

    /// <summary>Places as one text that changes when any of them does; it tells nothing of others.</summary>
    public static string MarkOf(IEnumerable<QueuePlace?> places) => string.Join(
        '-', places.OfType<QueuePlace>().Select(place => place.Position).Order().Select(position => position.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Tickets of customers whose plan has such a priority; without a plan it is 0.</summary>
    private IQueryable<Ticket> WithPlan(StorefrontDb db, IQueryable<Ticket> tickets, Func<int, bool> fits)
    {
        var named = !fits(0);
        var keys = handbooks.Present.Plans.Plans.Where(plan => fits(plan.Priority) == named).Select(plan => plan.Key).ToList();
        var subscriptions = db.Set<PlanSubscription>().Where(row => row.Status != PlanSubscriptionStatus.Canceled && keys.Contains(row.PlanKey));
        return named
            ? tickets.Where(ticket => subscriptions.Any(row => row.AccountId == ticket.AccountId))
            : tickets.Where(ticket => !subscriptions.Any(row => row.AccountId == ticket.AccountId));
    }

    private async Task<int> PriorityAsync(StorefrontDb db, AccountId account, CancellationToken cancellationToken) => Order.Contains(QueueKey.PlanPriority)
        && await db.Set<PlanSubscription>().Where(row => row.AccountId == account && row.Status != PlanSubscriptionStatus.Canceled)
            .Select(row => row.PlanKey).SingleOrDefaultAsync(cancellationToken) is { } plan
        ? handbooks.Present.Plans.Find(plan)?.Priority ?? 0
        : 0;

    private static QueuedTicket Queued(Ticket ticket, int priority) =>
        new(ticket.Id, ticket.Number, ticket.ClassRank, priority, ticket.QueuedAt ?? ticket.JoinsAt);
}
