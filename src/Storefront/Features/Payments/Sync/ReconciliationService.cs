using Storefront.Hosting;

namespace Storefront.Features.Payments.Sync;

/// <summary>Compares with Stripe when the program starts, for what happened while it was stopped, and from time to time.</summary>
internal sealed class ReconciliationService(
    StripeReconciliation reconciliation, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<ReconciliationService> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitForStartAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await reconciliation.RunAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "The comparison with Stripe broke off; it is made again later");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
