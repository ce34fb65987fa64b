using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Storefront.Store.DueWork;

/// <summary>Claims due work, the earliest first, and has it done. Several nodes may run it: a piece is claimed by one update.</summary>
public sealed class DueWorkRunner(
    IDbContextFactory<StorefrontDb> contexts,
    BusinessClock clock,
    TimeProvider time,
    IServiceScopeFactory services,
    WriteQueue writers,
    ILogger<DueWorkRunner> logger) : IDueSource, IDisposable
{
    /// <summary>How long a piece may take before another node believes that this one died.</summary>
    private static readonly Duration Lease = Duration.FromMinutes(5);

    // The background service and a moved clock wait for each other: after RunDueAsync nothing is half done in this process.
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    // Pieces that were done, or failed, while the database could not be told: told before anything else is claimed.
    private readonly Queue<(DueWorkRow Work, string? Error, Instant RetryAt)> untold = new();

    private Instant RealNow => Instant.FromDateTimeOffset(time.GetUtcNow());

    public async Task<Instant?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Claimable(db).MinAsync(work => (Instant?)work.DueAt, cancellationToken);
    }

    /// <summary>When a piece that failed, or whose node may have died, can be tried again; null when there is none. Real time.</summary>
    public async Task<Instant?> NextRetryAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = RealNow;
        return await db.Set<DueWorkRow>().Where(work => work.DoneAt == null && work.HeldUntil > now).MinAsync(work => work.HeldUntil, cancellationToken);
    }

    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await TellAsync(cancellationToken);
            while (await ClaimAsync(cancellationToken) is { } work)
            {
                await RunAsync(work, cancellationToken);
            }
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Runs nothing in this process until what is returned is disposed of.</summary>
    internal async Task<IDisposable> StandStillAsync(CancellationToken cancellationToken) => await Turn.TakeAsync(oneAtATime, cancellationToken);

    public void Dispose() => oneAtATime.Dispose();

    /// <summary>The earliest piece that is due, now held by the caller; null when there is none.</summary>
    internal async Task<DueWorkRow?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        while (true)
        {
            var now = clock.GetCurrentInstant();

            // By the index alone: at a month's end thousands are due at one instant, and a second key would sort them all for each.
            var work = await Claimable(db).AsNoTracking().Where(work => work.DueAt <= now)
                .OrderBy(work => work.DueAt).FirstOrDefaultAsync(cancellationToken);
            if (work is null)
            {
                return null;
            }

            var (seen, until) = (work.Attempts, RealNow + Lease);
            using var turn = await writers.EnterAsync(db, cancellationToken);
            var claimed = await Held(Claimable(db), work, seen)
                .ExecuteUpdateAsync(row => row.SetProperty(w => w.Attempts, seen + 1).SetProperty(w => w.HeldUntil, until), cancellationToken);
            if (claimed == 1)
            {
                work.Attempts = seen + 1;
                return work;
            }
        }
    }

    private async Task RunAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        string? error = null;
        try
        {
            await using var scope = services.CreateAsyncScope();
            var handler = scope.ServiceProvider.GetRequiredKeyedService<IDueWorkHandler>(work.Kind);
            await handler.HandleAsync(work, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            untold.Enqueue((work, "The server stopped.", RealNow));
            await TellAsync(CancellationToken.None);
            throw;
        }
        catch (Exception exception)
        {
            error = exception.Message;
            logger.LogError(exception, "Due work {Kind} {Key} failed for the {Attempts}. time", work.Kind, work.Key, work.Attempts);
        }

        untold.Enqueue((work, error, RealNow + Backoff(work.Attempts)));
        await TellAsync(cancellationToken);
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        while (untold.TryPeek(out var ended))
        {
            await FinishAsync(ended.Work, ended.Error, ended.RetryAt, cancellationToken);
            untold.Dequeue();
        }
    }

    private async Task FinishAsync(DueWorkRow work, string? error, Instant retryAt, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var mine = Held(db.Set<DueWorkRow>(), work, work.Attempts);
        Instant? done = clock.GetCurrentInstant();
        using var turn = await writers.EnterAsync(db, cancellationToken);
        await (error is null
            ? mine.ExecuteUpdateAsync(
                row => row.SetProperty(w => w.DoneAt, done).SetProperty(w => w.HeldUntil, (Instant?)null).SetProperty(w => w.LastError, (string?)null),
                cancellationToken)
            : mine.ExecuteUpdateAsync(
                row => row.SetProperty(w => w.HeldUntil, (Instant?)retryAt).SetProperty(w => w.LastError, error),
                cancellationToken));
    }

    private IQueryable<DueWorkRow> Claimable(StorefrontDb db)
    {
        var now = RealNow;
        return db.Set<DueWorkRow>().Where(work => work.DoneAt == null && (work.HeldUntil == null || work.HeldUntil <= now));
    }

    /// <summary>That very piece as it was seen: moved or claimed meanwhile, it is another.</summary>
    private static IQueryable<DueWorkRow> Held(IQueryable<DueWorkRow> rows, DueWorkRow work, int attempts)
    {
        var (id, dueAt) = (work.Id, work.DueAt);
        return rows.Where(row => row.Id == id && row.DueAt == dueAt && row.Attempts == attempts && row.DoneAt == null);
    }

    /// <summary>2, 4, 8 … seconds, an hour at most.</summary>
    private static Duration Backoff(int attempts) => Duration.FromSeconds(Math.Min(3600, 1L << Math.Min(attempts, 12)));
}
