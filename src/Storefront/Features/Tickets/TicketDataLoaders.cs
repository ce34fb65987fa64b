using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;
using Storefront.Features.Attachments;
using Storefront.Features.Subscriptions;
using Storefront.Live;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Features.Tickets;

/// <summary>Tickets by key. Whether the viewer may see one is asked where the key comes from.</summary>
public sealed class TicketByKeyDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : BatchDataLoader<TicketKey, Ticket?>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<TicketKey, Ticket?>> LoadBatchAsync(IReadOnlyList<TicketKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = (keys.Accounts(), keys.Ids());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Ticket>().AsNoTracking().Where(ticket => accounts.Contains(ticket.AccountId) && ids.Contains(ticket.Id))
            .ToDictionaryAsync(ticket => new TicketKey(ticket.AccountId, ticket.Id), Ticket? (ticket) => ticket, cancellationToken);
    }
}

/// <summary>The clocks of tickets, each in order.</summary>
public sealed class TicketSegmentsDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : GroupedDataLoader<TicketKey, TicketSegmentRow>(scheduler, options)
{
    protected override async Task<ILookup<TicketKey, TicketSegmentRow>> LoadGroupedBatchAsync(IReadOnlyList<TicketKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = (keys.Accounts(), keys.Ids());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<TicketSegmentRow>().AsNoTracking()
            .Where(row => accounts.Contains(row.AccountId) && ids.Contains(row.TicketId)).ToListAsync(cancellationToken);
        return rows.ToLookup(row => new TicketKey(row.AccountId, row.TicketId));
    }
}

/// <summary>What promises are computed from, by account and version of the handbook.</summary>
public sealed class TicketTermsDataLoader(
    IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts, Handbooks handbooks)
    : BatchDataLoader<(AccountId Account, string Version), TicketTerms>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<(AccountId Account, string Version), TicketTerms>> LoadBatchAsync(
        IReadOnlyList<(AccountId Account, string Version)> keys, CancellationToken cancellationToken)
    {
        var accounts = keys.Select(key => key.Account).Distinct().ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var plans = await db.Set<PlanSubscription>().AsNoTracking()
            .Where(row => accounts.Contains(row.AccountId) && row.Status != PlanSubscriptionStatus.Canceled)
            .ToDictionaryAsync(row => row.AccountId, row => row.PlanKey, cancellationToken);
        var terms = new Dictionary<(AccountId, string), TicketTerms>();
        foreach (var key in keys)
        {
            var sold = await handbooks.OfVersionAsync(db, key.Version, cancellationToken);
            terms[key] = new TicketTerms(sold.Tickets.Targets, plans.GetValueOrDefault(key.Account), handbooks.Present.Calendar, handbooks.Present.Tickets.Turns);
        }

        return terms;
    }
}

/// <summary>A place in the house's queue, and how fast the queue goes.</summary>
public sealed record PacedPlace(QueuePlace Place, QueuePace? Pace);

/// <summary>The places of tickets in the house's queue; null for those that do not wait to be begun.</summary>
public sealed class TicketPlaceDataLoader(
    IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts, TicketPlaces places, TicketQueueReader queues, BusinessClock clock)
    : BatchDataLoader<Ticket, PacedPlace?>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<Ticket, PacedPlace?>> LoadBatchAsync(IReadOnlyList<Ticket> keys, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await places.FindAsync(db, keys, cancellationToken);
        var pace = found.Count == 0 ? null : await queues.ReadPaceAsync(db, clock.GetCurrentInstant(), cancellationToken);
        return keys.ToDictionary(ticket => ticket, ticket => found.TryGetValue(ticket.Id, out var place) ? new PacedPlace(place, pace) : null);
    }
}

/// <summary>From when the promises of accounts run that wait for earlier tickets (FEN-16).</summary>
public sealed class ExpectedTurnsDataLoader(
    IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts, TicketTurnReader turns, BusinessClock clock)
    : BatchDataLoader<AccountId, IReadOnlyDictionary<TicketId, Instant>>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<AccountId, IReadOnlyDictionary<TicketId, Instant>>> LoadBatchAsync(
        IReadOnlyList<AccountId> keys, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var expected = new Dictionary<AccountId, IReadOnlyDictionary<TicketId, Instant>>();
        foreach (var account in keys)
        {
            expected[account] = await turns.ExpectedAsync(db, account, clock.GetCurrentInstant(), sent: null, cancellationToken);
        }

        return expected;
    }
}

/// <summary>The conversations of tickets, with authors and files.</summary>
public sealed class TicketMessagesDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : GroupedDataLoader<TicketKey, TicketMessageView>(scheduler, options)
{
    protected override async Task<ILookup<TicketKey, TicketMessageView>> LoadGroupedBatchAsync(IReadOnlyList<TicketKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = (keys.Accounts(), keys.Ids());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var messages = await (
            from message in db.Set<TicketMessage>().AsNoTracking()
            join user in db.Users on message.AuthorId equals user.Id into authors
            from author in authors.DefaultIfEmpty()
            where accounts.Contains(message.AccountId) && ids.Contains(message.TicketId)
            orderby message.At, message.Id
            select new { Message = message, Name = (string?)author.DisplayName }).ToListAsync(cancellationToken);
        var files = (await db.Set<Attachment>().AsNoTracking()
            .Where(file => accounts.Contains(file.AccountId) && file.TicketId != null && ids.Contains(file.TicketId.Value))
            .OrderBy(file => file.UploadedAt).ThenBy(file => file.FileName).ToListAsync(cancellationToken)).ToLookup(file => (file.AccountId, file.MessageId));
        return messages.ToLookup(
            item => new TicketKey(item.Message.AccountId, item.Message.TicketId),
            item => new TicketMessageView(item.Message, item.Message.Outsider ?? item.Name ?? "", [.. files[(item.Message.AccountId, item.Message.Id)]]));
    }
}

/// <summary>The work done on tickets, in order.</summary>
public sealed class TicketWorkLogsDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : GroupedDataLoader<TicketKey, WorkLogView>(scheduler, options)
{
    protected override async Task<ILookup<TicketKey, WorkLogView>> LoadGroupedBatchAsync(IReadOnlyList<TicketKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = (keys.Accounts(), keys.Ids());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var logs = await (
            from log in db.Set<WorkLog>().AsNoTracking()
            join user in db.Users on log.StaffId equals user.Id into people
            from staff in people.DefaultIfEmpty()
            where accounts.Contains(log.AccountId) && ids.Contains(log.TicketId)
            orderby log.WorkedAt, log.LoggedAt
            select new WorkLogView(log, staff.DisplayName ?? "")).ToListAsync(cancellationToken);
        return logs.ToLookup(view => new TicketKey(view.Log.AccountId, view.Log.TicketId));
    }
}

/// <summary>The last event of tickets that the customer sees, by account and sequence.</summary>
public sealed class TicketEventDataLoader(
    IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts, EventTypes types)
    : BatchDataLoader<(AccountId Account, long Sequence), StoredEvent>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<(AccountId Account, long Sequence), StoredEvent>> LoadBatchAsync(
        IReadOnlyList<(AccountId Account, long Sequence)> keys, CancellationToken cancellationToken)
    {
        var (accounts, sequences) = (keys.Select(key => key.Account).Distinct().ToList(), keys.Select(key => key.Sequence).Distinct().ToList());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<EventRow>().AsNoTracking()
            .Where(row => accounts.Contains(row.AccountId) && row.Stream == EventStream.Customer && sequences.Contains(row.Sequence))
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(
            row => (row.AccountId, row.Sequence),
            row => new StoredEvent(row.AccountId, row.Stream, row.Sequence, row.TicketId, row.At, types.Read(row.Type, row.Version, row.Data)));
    }
}

internal static class TicketKeys
{
    public static List<AccountId> Accounts(this IReadOnlyList<TicketKey> keys) => [.. keys.Select(key => key.AccountId).Distinct()];

    public static List<TicketId> Ids(this IReadOnlyList<TicketKey> keys) => [.. keys.Select(key => key.Id)];
}
