using System.Globalization;
using Storefront.Domain.Shared;

namespace Storefront.Live;

/// <summary>Which accounts another node published something of. After a lost connection every followed account is read again.</summary>
internal sealed class EventChannel(EventRelay relay) : INodeChannel
{
    public const string Channel = "storefront_events";

    public string Name => Channel;

    public async Task HeardAsync(IReadOnlyList<string> said, CancellationToken cancellationToken)
    {
        var accounts = said.Select(text => Guid.TryParse(text.Split(' ')[0], CultureInfo.InvariantCulture, out var account) ? account : (Guid?)null)
            .OfType<Guid>().Distinct();
        foreach (var account in accounts)
        {
            await relay.HeardAsync(new AccountId(account), cancellationToken);
        }
    }

    public Task ResumedAsync(CancellationToken cancellationToken) => relay.HeardAsync(account: null, cancellationToken);
}
