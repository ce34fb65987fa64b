using Storefront.Domain.Shared;
using Storefront.Live;

namespace Storefront.Features.Status;

/// <summary>Says on every node that something of the house itself changed, which belongs to no account.</summary>
public sealed class HouseSignal(LiveTopics topics, IEnumerable<INodeNotifier> notifiers)
{
    /// <summary>Stands for the house where accounts are told of.</summary>
    private static readonly AccountId House = new(Guid.Empty);

    private readonly INodeNotifier[] notifiers = [.. notifiers];

    public async Task TellAsync(CancellationToken cancellationToken)
    {
        topics.TellObservers(House);
        foreach (var notifier in notifiers)
        {
            await notifier.NotifyAsync(House, sequence: 0, cancellationToken);
        }
    }

    /// <summary>Calls back after each change, until what is returned is disposed of.</summary>
    public IDisposable Observe(Action changed) => topics.Observe(account =>
    {
        if (account == House)
        {
            changed();
        }
    });
}
