namespace Storefront.Store.Retention;

/// <summary>Prunes every hour of real time.</summary>
internal sealed class PruningService(StorePruner pruner, TimeProvider time, ILogger<PruningService> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The start belongs to whoever waits for the first page.
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (await pruner.RunAsync(stoppingToken) is > 0 and var removed)
                {
                    logger.LogInformation("{Removed} rows that had served their purpose were removed", removed);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "Nothing could be removed; it is tried again in an hour");
            }
        }
    }
}
