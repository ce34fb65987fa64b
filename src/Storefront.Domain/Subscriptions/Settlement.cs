using System.Collections.Immutable;
using Storefront.Domain.Hours;

namespace Storefront.Domain.Subscriptions;

/// <summary>What rules did to a subscription and the account's hours.</summary>
/// <param name="Subscription">The subscription afterwards.</param>
/// <param name="Ledger">The hours afterwards.</param>
/// <param name="Entries">The ledger's new lines, in order.</param>
/// <param name="Events">What happened, in order.</param>
public sealed record Settlement(
    SubscriptionState Subscription,
    HourLedger Ledger,
    ImmutableArray<HourEntry> Entries,
    ImmutableArray<SubscriptionEvent> Events)
{
    /// <summary>Nothing done yet.</summary>
    public static Settlement Of(SubscriptionState subscription, HourLedger ledger) => new(subscription, ledger, [], []);

    internal Settlement With(SubscriptionState subscription, params ReadOnlySpan<SubscriptionEvent> events) =>
        this with { Subscription = subscription, Events = Events.AddRange(events) };

    internal Settlement With(Func<HourLedger, HourPosting> post)
    {
        var posting = post(Ledger);
        return this with { Ledger = posting.Ledger, Entries = Entries.AddRange(posting.Entries) };
    }
}
