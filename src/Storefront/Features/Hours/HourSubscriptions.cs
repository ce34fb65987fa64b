using System.Runtime.CompilerServices;
using Storefront.Features.Api;
using Storefront.Features.Quotes;
using Storefront.Hosting.Viewers;
using Storefront.Live;
using Storefront.Store.EventLog;

namespace Storefront.Features.Hours;

/// <summary>Hours, live.</summary>
[SubscriptionType]
public static class HourSubscriptions
{
    /// <summary>The viewer's hours: as they stand, and again whenever they change.</summary>
    /// <param name="message">The hours.</param>
    [Subscribe(With = nameof(FollowHours))]
    [Authorize(Scopes = ["hours:read"])]
    public static HourBalance HourBalanceChanged([EventMessage] HourBalance message) => message;

    /// <param name="viewer">Who asks.</param>
    /// <param name="log">What happens.</param>
    /// <param name="reader">Reads the hours.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async IAsyncEnumerable<HourBalance> FollowHours(
        [GlobalState(ApiViewer.Key)] Viewer viewer, EventLogReader log, HourReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var account = viewer.RequireAccount();

        // The sequence first: what happens while we read is given again rather than lost.
        var last = await log.LastSequenceAsync(account, EventStream.Customer, cancellationToken);
        yield return await reader.ReadAsync(account, asOf: null, cancellationToken);
        await foreach (var item in log.FollowAsync(new LogRequest { Account = account }, last, cancellationToken))
        {
            if (item is LogGap or StoredEvent { Happened: HoursPosted or HoursHeld })
            {
                yield return await reader.ReadAsync(account, asOf: null, cancellationToken);
            }
        }
    }
}
