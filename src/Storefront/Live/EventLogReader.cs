using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;
using Storefront.Store.EventLog;

namespace Storefront.Live;

/// <summary>
/// Reads an account's events: what was missed from the log, then what happens, each once and in order (COM-08). A reader that is slow makes
/// nobody wait and fills no queue: it reads on from the log where it stands.
/// </summary>
public sealed class EventLogReader(IDbContextFactory<StorefrontDb> contexts, EventTypes eventTypes, LiveTopics topics, TimeProvider time)
{
    /// <summary>How many events are given to a client at once at most.</summary>
    public const int MostAtOnce = 200;

    private const int BatchSize = 100;

    /// <summary>How often a stream asks a database that cannot work just now, a second later each time, before it ends: half a minute in all.</summary>
    private const int Attempts = 8;

    /// <summary>The sequence of the stream's last event, 0 when there is none.</summary>
    public async Task<long> LastSequenceAsync(AccountId account, EventStream stream, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await LastSequenceAsync(db, account, stream, cancellationToken);
    }

    /// <summary>The stream's last sequence as that context sees it, for instance within a <see cref="StoreSnapshots"/>.</summary>
    public static async Task<long> LastSequenceAsync(StorefrontDb db, AccountId account, EventStream stream, CancellationToken cancellationToken) =>
        await db.Set<EventRow>().Where(row => row.AccountId == account && row.Stream == stream)
            .MaxAsync(row => (long?)row.Sequence, cancellationToken) ?? 0;

    /// <summary>A page of the log.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="stream">Which of its two.</param>
    /// <param name="after">Exclusive; 0 begins with the first.</param>
    /// <param name="ticket">Only that ticket's; null for all.</param>
    /// <param name="first">At most so many.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<StoredEvent>> ReadAsync(
        AccountId account, EventStream stream, long after, TicketId? ticket, int first, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<EventRow>().AsNoTracking()
            .Where(row => row.AccountId == account && row.Stream == stream && row.Sequence > after && (ticket == null || row.TicketId == ticket))
            .OrderBy(row => row.Sequence).Take(first).ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    /// <summary>A page of what customers see of a project.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="after">Exclusive; 0 begins with the first.</param>
    /// <param name="project">The project.</param>
    /// <param name="first">At most so many.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<StoredEvent>> ReadOfProjectAsync(
        AccountId account, long after, ProjectId project, int first, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<EventRow>().AsNoTracking()
            .Where(row => row.AccountId == account && row.Stream == EventStream.Customer && row.ProjectId == project && row.Sequence > after)
            .OrderBy(row => row.Sequence).Take(first).ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    /// <summary>
    /// Everything after a sequence, then everything that happens, until the caller stops. A <see cref="LogGap"/> comes first when the log does
    /// not reach back so far, or has never come so far.
    /// </summary>
    /// <param name="request">Whose, and which of it.</param>
    /// <param name="after">The last sequence that the reader has seen; 0 for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<LogItem> FollowAsync(LogRequest request, long after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var cursor = await OpenAsync(request, after, cancellationToken);
        if (cursor.Gap is { } gap)
        {
            yield return gap;
        }

        while (true)
        {
            if (await cursor.ReadAsync() is not { } events)
            {
                await cursor.WaitAsync();
                continue;
            }

            foreach (var happened in events)
            {
                yield return happened;
            }
        }
    }

    /// <summary>The same for who reads in their own steps.</summary>
    /// <param name="request">Whose, and which of it.</param>
    /// <param name="after">The last sequence that the reader has seen; 0 for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<LogCursor> OpenAsync(LogRequest request, long after, CancellationToken cancellationToken)
    {
        var topic = await topics.JoinAsync(new TopicKey(request.Account, request.Stream), cancellationToken);
        try
        {
            var gap = await FindGapAsync(request.Account, request.Stream, after, cancellationToken);
            return new LogCursor(this, topic, request, after, gap, cancellationToken);
        }
        catch
        {
            await topic.DisposeAsync();
            throw;
        }
    }

    /// <summary>The last events of a stream, in order.</summary>
    internal async Task<IReadOnlyList<StoredEvent>> ReadLastAsync(
        AccountId account, EventStream stream, int count, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<EventRow>().AsNoTracking().Where(row => row.AccountId == account && row.Stream == stream)
            .OrderByDescending(row => row.Sequence).Take(count).ToListAsync(cancellationToken);
        return [.. rows.Select(Read).Reverse()];
    }

    /// <summary>Goes on reading when the database is back: a stream that has begun is not cut off by a moment without it.</summary>
    internal async Task<IReadOnlyList<StoredEvent>> ReadOnAsync(AccountId account, EventStream stream, long after, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ReadAsync(account, stream, after, ticket: null, BatchSize, cancellationToken);
            }
            catch (Exception exception) when (attempt < Attempts && StoreFailures.IsUnavailable(exception))
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt), time, cancellationToken);
            }
        }
    }

    private StoredEvent Read(EventRow row) =>
        new(row.AccountId, row.Stream, row.Sequence, row.TicketId, row.At, eventTypes.Read(row.Type, row.Version, row.Data));

    private async Task<LogGap?> FindGapAsync(AccountId account, EventStream stream, long after, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = db.Set<EventRow>().Where(row => row.AccountId == account && row.Stream == stream);
        var last = await LastSequenceAsync(db, account, stream, cancellationToken);
        var first = await rows.MinAsync(row => (long?)row.Sequence, cancellationToken) ?? 1;
        return after > last || after < first - 1 ? new LogGap(last) : null;
    }
}
