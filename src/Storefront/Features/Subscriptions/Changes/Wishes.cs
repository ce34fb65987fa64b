using System.Text.Json.Serialization;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>A pause from the next boundary on (FLU-10).</summary>
public sealed record Pause : SubscriptionChange
{
    internal const string Name = "pause";

    [JsonIgnore]
    public override string Kind => Name;

    public override Result<Settlement> Apply(ChangeSituation situation) =>
        SubscriptionRules.Pause(situation.Subscription, situation.Ledger, situation.Policies, situation.Now);
}

/// <summary>The end of a pause, or of the wish for one.</summary>
public sealed record Resumption : SubscriptionChange
{
    internal const string Name = "resume";

    [JsonIgnore]
    public override string Kind => Name;

    public override Result<Settlement> Apply(ChangeSituation situation) =>
        SubscriptionRules.Resume(situation.Subscription, situation.Ledger, situation.Policies, situation.Now);
}

/// <summary>The end of the subscription, with what was paid for (FLU-10).</summary>
public sealed record Cancellation : SubscriptionChange
{
    internal const string Name = "cancel";

    [JsonIgnore]
    public override string Kind => Name;

    public override Result<Settlement> Apply(ChangeSituation situation) =>
        SubscriptionRules.Cancel(situation.Subscription, situation.Ledger, situation.Policies, situation.Now);
}

/// <summary>A cancellation taken back that has not acted yet.</summary>
public sealed record CancellationWithdrawal : SubscriptionChange
{
    internal const string Name = "keep";

    [JsonIgnore]
    public override string Kind => Name;

    public override Result<Settlement> Apply(ChangeSituation situation) =>
        SubscriptionRules.Keep(situation.Subscription, situation.Ledger, situation.Now);
}

/// <summary>A scheduled change taken back that has not acted yet.</summary>
public sealed record ScheduledChangeWithdrawal : SubscriptionChange
{
    internal const string Name = "drop-change";

    [JsonIgnore]
    public override string Kind => Name;

    public override Result<Settlement> Apply(ChangeSituation situation) =>
        SubscriptionRules.DropScheduledChange(situation.Subscription, situation.Ledger, situation.Now);
}

/// <summary>Nothing new: whoever bills is told again what the next paid term costs, after the clock or an advance moved a scheduled change.</summary>
public sealed record NextTermRetold : SubscriptionChange
{
    internal const string Name = "retell";

    [JsonIgnore]
    public override string Kind => Name;

    public override Result<Settlement> Apply(ChangeSituation situation) => Settlement.Of(situation.Subscription, situation.Ledger);
}
