using System.Text.Json.Serialization;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>A wish as it was previewed: done exactly so, or refused with what is different now.</summary>
/// <param name="Asked">What is asked for.</param>
/// <param name="Confirmed">The preview, as it was shown and sealed.</param>
public sealed record Wish(WishKind Asked, WishPreview Confirmed) : SubscriptionChange
{
    internal const string Name = "wish";

    [JsonIgnore]
    public override string Kind => Name;

    public override Result<Settlement> Apply(ChangeSituation situation) => Wishing
        .Preview(Asked, situation.Subscription, situation.Ledger, situation.Policies, situation.Present.Tax.Rate, situation.Now)
        .Then(fresh => Differences(Confirmed, fresh) is { Length: > 0 } differences
            ? new PreviewOutdated([.. differences])
            : Wishing.Apply(Asked, situation.Subscription, situation.Ledger, situation.Policies, situation.Now));

    /// <summary>What lapses changes with work in between, and does not count.</summary>
    private static PreviewDifference[] Differences(WishPreview shown, WishPreview now)
    {
        var (before, after) = (Fields(shown), Fields(now));
        return [.. before.Keys.Where(field => before[field] != after[field]).Select(field => new PreviewDifference(field, before[field], after[field]))];
    }

    private static Dictionary<string, string?> Fields(WishPreview preview) =>
        System.Text.Json.JsonSerializer.SerializeToNode(preview with { LapsingMinutes = 0, LapsesOn = null }, StoreJson.Options)!.AsObject()
            .ToDictionary(field => field.Key, field => field.Value?.ToJsonString());
}
