using System.Globalization;
using NodaTime;
using Storefront.Domain.Subscriptions;
using Storefront.Store.DueWork;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>Tells Stripe what the next paid term costs when it is another than it was last told (FLU-08).</summary>
internal sealed class RetellNextTerm(SubscriptionChanges changes) : IDueWorkHandler
{
    internal const string DueWorkKind = "subscription.retell";

    /// <summary>Stripe anchors its terms hours beside ours: told earlier, it might bill the term that just began at the price of the next.</summary>
    private static readonly Duration AfterRenewal = Duration.FromDays(3);

    /// <summary>When it is to be told; null when what it knows is right.</summary>
    public static Instant? DueAt(SubscriptionState subscription, IReadOnlyList<SubscriptionEvent> events, Instant now) =>
        events.Any(happened => happened is DowngradePostponed) ? now
        : subscription.Scheduled is { } change && change.On == subscription.Term.End && subscription.Term.Start == subscription.Period.Start
            && events.Any(happened => happened is PeriodStarted) ? now + AfterRenewal
        : null;

    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{work.Key}:{work.DueAt.ToUnixTimeTicks()}");
        var told = await changes.RequestAsync(work.AccountId!.Value, requestedBy: null, key, new NextTermRetold(), cancellationToken);
        if (told.Refusal is ChangeInProgress || told is { IsRefused: false, Value.IsInForce: false })
        {
            throw new TimeoutException("Stripe could not be told what the next term costs.");
        }
    }
}
