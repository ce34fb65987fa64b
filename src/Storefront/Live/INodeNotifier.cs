using Storefront.Domain.Shared;

namespace Storefront.Live;

/// <summary>Tells the other nodes that an account has new events; they read them themselves.</summary>
public interface INodeNotifier
{
    Task NotifyAsync(AccountId account, long sequence, CancellationToken cancellationToken);
}
