using Storefront.Hosting;

namespace Storefront.Store.Seeding;

/// <summary>
/// Makes the demonstration once the server listens, where there is no data yet or the last attempt was cut off, and again whenever the
/// sandbox is told to start over.
/// </summary>
public sealed class DemoService(
    StorefrontSettings settings,
    DemoMarker marker,
    SandboxData data,
    DemoSeeder seeder,
    DemoProgress progress,
    IHostApplicationLifetime lifetime,
    ILogger<DemoService> logger) : BackgroundService
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    /// <summary>Throws all data away and makes the demonstration anew, if there is to be one. Whoever asked may leave: it goes on.</summary>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public Task StartOverAsync(CancellationToken cancellationToken) => MakeAsync(lifetime.ApplicationStopping).WaitAsync(cancellationToken);

    public override void Dispose()
    {
        base.Dispose();
        oneAtATime.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.WaitForStartAsync(stoppingToken);
        if (!settings.HasDemo)
        {
            progress.End(DemoStage.None);
        }
        else if (marker.IsUnfinished || await data.IsEmptyAsync(stoppingToken))
        {
            await MakeAsync(stoppingToken);
        }
        else
        {
            progress.End(DemoStage.Ready);
        }
    }

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        await oneAtATime.WaitAsync(cancellationToken);
        progress.Begin();
        var reached = DemoStage.Failed;
        try
        {
            marker.Begin();
            await data.ClearAsync(cancellationToken);
            if (settings.HasDemo)
            {
                await seeder.RunAsync(cancellationToken);
            }

            marker.End();
            reached = settings.HasDemo ? DemoStage.Ready : DemoStage.None;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(exception, "The demonstration broke off; the next start begins again");
        }
        finally
        {
            progress.End(reached);
            oneAtATime.Release();
        }
    }
}
