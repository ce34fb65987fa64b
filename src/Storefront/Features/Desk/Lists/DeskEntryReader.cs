using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Tickets;
using Storefront.Features.Tickets.Intake;
using Storefront.Store;

namespace Storefront.Features.Desk.Lists;

/// <summary>Makes lines of the desk of tickets: with customer, assignee, the promise that is next, and where each can go.</summary>
public sealed class DeskEntryReader(Handbooks handbooks, DeskAccountReader accounts, BusinessClock clock)
{
    /// <param name="db">The database.</param>
    /// <param name="rows">The tickets; the lines are in their order.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="placeOf">Their places in the queue, where the lines tell them.</param>
    public async Task<IReadOnlyList<DeskEntry>> ReadAsync(
        StorefrontDb db, IReadOnlyList<Ticket> rows, CancellationToken cancellationToken, Func<TicketId, QueuePlace?>? placeOf = null)
    {
        var now = clock.GetCurrentInstant();
        var ids = rows.Select(row => row.Id).ToList();
        var segments = (await db.Set<TicketSegmentRow>().AsNoTracking().Where(segment => ids.Contains(segment.TicketId)).ToListAsync(cancellationToken))
            .ToLookup(segment => segment.TicketId);
        var customers = await accounts.ReadAsync(db, [.. rows.Select(row => row.AccountId).Distinct()], cancellationToken);
        var assignees = await NamesAsync(db, [.. rows.Select(row => row.AssigneeId).OfType<UserId>().Distinct()], cancellationToken);
        var hurried = (await db.Set<TicketIntakeRow>().Where(row => row.PriorityAskedAt != null && ids.Contains(row.TicketId)).Select(row => row.TicketId)
            .ToListAsync(cancellationToken)).ToHashSet();
        var entries = new List<DeskEntry>(rows.Count);
        foreach (var row in rows)
        {
            var (customer, state) = (customers[row.AccountId], row.ToDomain(segments[row.Id]));
            var sold = await handbooks.OfVersionAsync(db, row.HandbookVersion, cancellationToken);
            var terms = new TicketTerms(sold.Tickets.Targets, customer.PlanKey, handbooks.Present.Calendar, handbooks.Present.Tickets.Turns);
            var next = TargetUrgencies.Next(terms.Of(state, now));
            entries.Add(new DeskEntry(row, customer, placeOf?.Invoke(row.Id), next, TargetUrgencies.Of(next, now))
            {
                Assignee = row.AssigneeId is { } assignee ? assignees.GetValueOrDefault(assignee) : null,
                AsksForPriority = hurried.Contains(row.Id),
                Steps = handbooks.Present.Tickets.FindKind(row.KindKey) is { } kind
                    ? TicketSteps.From(state, kind, TicketActor.Staff)
                    : TicketSteps.From(state.Status, TicketActor.Staff),
            });
        }

        return entries;
    }

    private static async Task<Dictionary<UserId, string>> NamesAsync(StorefrontDb db, List<UserId> ids, CancellationToken cancellationToken) => ids.Count == 0
        ? []
        : await db.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancellationToken);
}
