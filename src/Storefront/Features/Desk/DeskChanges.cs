using System.Runtime.CompilerServices;
using System.Threading.Channels;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Live;
using Storefront.Store;

namespace Storefront.Features.Desk;

/// <summary>
/// Says that something changed on the desk, not what: its views are read again. Changes that come while a view is being read are said once.
/// </summary>
public sealed class DeskChanges(LiveTopics topics, BusinessClock clock)
{
    /// <summary>At once, then after each change.</summary>
    /// <param name="account">Only that account's changes; null for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="besides">Something else that is to be told; given the way to tell it, it ends when disposed of.</param>
    public async IAsyncEnumerable<Instant> FollowAsync(
        AccountId? account, [EnumeratorCancellation] CancellationToken cancellationToken, Func<Action, IDisposable?>? besides = null)
    {
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var other = besides?.Invoke(() => changes.Writer.TryWrite(true));
        using var observed = topics.Observe(changed =>
        {
            if (account is null || changed == account)
            {
                changes.Writer.TryWrite(true);
            }
        });
        yield return clock.GetCurrentInstant();
        await foreach (var _ in changes.Reader.ReadAllAsync(cancellationToken))
        {
            yield return clock.GetCurrentInstant();
        }
    }
}
