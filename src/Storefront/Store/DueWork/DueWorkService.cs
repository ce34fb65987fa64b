using NodaTime;

namespace Storefront.Store.DueWork;

/// <summary>Runs due work when its time has come: woken by what is scheduled here, and looking regularly for what others scheduled.</summary>
internal sealed class DueWorkService(DueWorkRunner runner, BusinessClock clock, TimeProvider time, ILogger<DueWorkService> logger)
    : BackgroundService, ICommitListener
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim wake = new(0, 1);

    public void Committed(Commit commit)
    {
        if (commit.HasDueWork)
        {
            Wake();
        }
    }

    /// <summary>Looks again at once.</summary>
    public void Wake()
    {
        try
        {
            wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        wake.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Longest;
            try
            {
                await runner.RunDueAsync(stoppingToken);
                pause = await PauseAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "Due work could not be read; it is tried again");
            }

            await wake.WaitAsync(pause, stoppingToken);
        }
    }

    private async Task<TimeSpan> PauseAsync(CancellationToken cancellationToken)
    {
        var untilDue = await runner.NextDueAsync(cancellationToken) - clock.GetCurrentInstant();
        var untilRetry = await runner.NextRetryAsync(cancellationToken) - Instant.FromDateTimeOffset(time.GetUtcNow());
        var pause = new[] { untilDue, untilRetry, Duration.FromTimeSpan(Longest) }.Min() ?? Duration.Zero;
        return pause > Duration.FromMilliseconds(10) ? pause.ToTimeSpan() : TimeSpan.FromMilliseconds(10);
    }
}
