using System.Collections.Immutable;
using System.Threading.Channels;
using Storefront.Domain.Houses;
using Storefront.Store;

namespace Storefront.Features.Status;

/// <summary>
/// How the service is doing, kept at hand: every page says it, also when the database does not answer. It is read again at each change, and
/// from time to time in case one was not heard of.
/// </summary>
public sealed class CurrentStatus(IncidentReader incidents, Handbook handbook, HouseSignal signal, BusinessClock clock, TimeProvider time, ILogger<CurrentStatus> logger)
    : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private readonly Channel<bool> changes = System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private ImmutableArray<IncidentView> unresolved = [];

    /// <summary>As it was read last, at the present moment: announced work begins by itself.</summary>
    public HouseService Now => new(handbook.Status, unresolved, clock.GetCurrentInstant());

    /// <summary>Reads it again, for who has just changed it.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken) =>
        ImmutableInterlocked.InterlockedExchange(ref unresolved, await incidents.ReadUnresolvedAsync(cancellationToken));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var observed = signal.Observe(() => changes.Writer.TryWrite(true));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RefreshAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "The status of the service could not be read; it is tried again");
            }

            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var waiting = changes.Reader.WaitToReadAsync(patience.Token).AsTask();
            await Task.WhenAny(waiting, Task.Delay(Rest, time, patience.Token));
            await patience.CancelAsync();
            changes.Reader.TryRead(out _);
        }
    }
}
