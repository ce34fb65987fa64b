using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Store.DueWork;

/// <summary>
/// Moves the sandbox's business clock, forward only, from one due instant to the next, so that everything happens in its order and at its
/// own time. One move at a time.
/// </summary>
public sealed class SandboxClock(
    IDbContextFactory<StorefrontDb> contexts, BusinessClock clock, IEnumerable<IDueSource> sources) : IDisposable
{
    private readonly IDueSource[] sources = [.. sources];
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>Moves to an instant, and returns when everything that fell due has been done.</summary>
    public async Task<Result<Instant>> MoveToAsync(Instant target, CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetCurrentInstant();
            if (target < now)
            {
                return new ClockMovesForward(now);
            }

            await RunDueAsync(cancellationToken);
            while (await NextDueAsync(cancellationToken) is { } next && next < target)
            {
                await ShowAsync(Instant.Max(next, clock.GetCurrentInstant()), cancellationToken);
                await RunDueAsync(cancellationToken);
            }

            await ShowAsync(Instant.Max(target, clock.GetCurrentInstant()), cancellationToken);
            await RunDueAsync(cancellationToken);
            return clock.GetCurrentInstant();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Begins the sandbox's time at an instant, past or future. Only an empty store has no time yet.</summary>
    /// <exception cref="InvalidOperationException">The clock has been set before.</exception>
    public async Task BeginAtAsync(Instant start, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Set<SandboxClockRow>().AnyAsync(cancellationToken))
        {
            throw new InvalidOperationException("The sandbox's clock has begun.");
        }

        await ShowAsync(start, cancellationToken);
    }

    /// <summary>Lets nobody move it until what is returned is disposed of.</summary>
    internal async Task<IDisposable> StandStillAsync(CancellationToken cancellationToken) => await Turn.TakeAsync(oneAtATime, cancellationToken);

    public void Dispose() => oneAtATime.Dispose();

    /// <summary>After a restart: the clock as it was left.</summary>
    internal async Task RestoreAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Set<SandboxClockRow>().SingleOrDefaultAsync(cancellationToken) is { } row)
        {
            clock.SetOffset(Duration.FromTicks(row.OffsetMicroseconds * 10));
        }
    }

    private async Task ShowAsync(Instant instant, CancellationToken cancellationToken)
    {
        var offset = clock.OffsetAt(instant);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await db.Set<SandboxClockRow>().SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            db.Add(row = new SandboxClockRow { OffsetMicroseconds = 0 });
        }

        row.OffsetMicroseconds = offset.BclCompatibleTicks / 10;
        await db.SaveChangesAsync(cancellationToken);
        clock.SetOffset(offset);
    }

    private async Task<Instant?> NextDueAsync(CancellationToken cancellationToken)
    {
        Instant? next = null;
        foreach (var source in sources)
        {
            if (await source.NextDueAsync(cancellationToken) is { } due && !(due > next))
            {
                next = due;
            }
        }

        return next;
    }

    /// <summary>What one source does can be due at once in another: a charge at Stripe, its webhook here.</summary>
    private async Task RunDueAsync(CancellationToken cancellationToken)
    {
        do
        {
            foreach (var source in sources)
            {
                await source.RunDueAsync(cancellationToken);
            }
        }
        while (await NextDueAsync(cancellationToken) is { } next && next <= clock.GetCurrentInstant());
    }
}
