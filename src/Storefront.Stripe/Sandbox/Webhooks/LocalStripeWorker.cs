using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Storefront.Stripe.Sandbox.Webhooks;

/// <summary>Keeps the local Stripe going by itself: runs what falls due and delivers what was queued.</summary>
internal sealed partial class LocalStripeWorker(LocalStripe stripe, LocalStripeOptions options, ILogger<LocalStripeWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (options.RunInBackground && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await stripe.RunDueAsync(options.BusinessNow, stoppingToken);
                await stripe.Deliveries.DeliverAsync(onlyDue: true, stoppingToken);
                await stripe.WaitForEventsAsync(s_interval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Failed(exception);
                await Task.Delay(s_interval, stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The local Stripe's background work failed; it goes on.")]
    private partial void Failed(Exception exception);
}
