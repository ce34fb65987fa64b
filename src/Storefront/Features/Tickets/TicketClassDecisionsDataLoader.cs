using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Features.Tickets;

/// <summary>What is kept of one decision about a class.</summary>
/// <param name="Sequence">Of the event.</param>
/// <param name="At">When.</param>
/// <param name="Happened">What was decided.</param>
/// <param name="Reason">The reason that was kept with it; null for none.</param>
public sealed record DecidedClass(long Sequence, Instant At, TicketClassified Happened, string? Reason);

/// <summary>Each time that tickets' classes were decided, in order, as their customers see it.</summary>
public sealed class TicketClassDecisionsDataLoader(
    IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts, EventTypes types)
    : BatchDataLoader<TicketKey, IReadOnlyList<DecidedClass>>(scheduler, options)
{
    private static readonly string Classified = EventTypeAttribute.Of(typeof(TicketClassified)).Name;

    protected override async Task<IReadOnlyDictionary<TicketKey, IReadOnlyList<DecidedClass>>> LoadBatchAsync(
        IReadOnlyList<TicketKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = (keys.Accounts(), keys.Ids());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<EventRow>().AsNoTracking()
            .Where(row => accounts.Contains(row.AccountId) && row.Stream == EventStream.Customer && row.Type == Classified
                && row.TicketId != null && ids.Contains(row.TicketId.Value))
            .OrderBy(row => row.Sequence).ToListAsync(cancellationToken);
        var reasons = await db.Set<TicketClassReason>().AsNoTracking().Where(row => accounts.Contains(row.AccountId) && ids.Contains(row.TicketId))
            .ToDictionaryAsync(row => (row.AccountId, row.Sequence), row => row.Reason, cancellationToken);
        return rows.GroupBy(row => new TicketKey(row.AccountId, row.TicketId!.Value)).ToDictionary(
            group => group.Key,
            IReadOnlyList<DecidedClass> (group) =>
            [
                .. group.Select(row => new DecidedClass(
                    row.Sequence,
                    row.At,
                    (TicketClassified)types.Read(row.Type, row.Version, row.Data),
                    reasons.GetValueOrDefault((row.AccountId, row.Sequence)))),
            ]);
    }
}
