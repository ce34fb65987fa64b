using System.Text.Json;
using System.Text.Json.Serialization;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Store;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>Something that a customer wants of its subscription, as it is recorded before it is told to whoever bills it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PlanSwitch), PlanSwitch.Name)]
[JsonDerivedType(typeof(Pause), Pause.Name)]
[JsonDerivedType(typeof(Resumption), Resumption.Name)]
[JsonDerivedType(typeof(Wish), Wish.Name)]
[JsonDerivedType(typeof(NextTermRetold), NextTermRetold.Name)]
[JsonDerivedType(typeof(Cancellation), Cancellation.Name)]
[JsonDerivedType(typeof(CancellationWithdrawal), CancellationWithdrawal.Name)]
[JsonDerivedType(typeof(ScheduledChangeWithdrawal), ScheduledChangeWithdrawal.Name)]
public abstract record SubscriptionChange
{
    /// <summary>Its name in rows.</summary>
    [JsonIgnore]
    public abstract string Kind { get; }

    /// <summary>What it costs and when; null where no money moves.</summary>
    [JsonIgnore]
    public virtual ChangePreview? Preview => null;

    /// <summary>What it does to the subscription as it stands, or why it cannot be.</summary>
    public abstract Result<Settlement> Apply(ChangeSituation situation);

    public string Write() => JsonSerializer.Serialize(this, StoreJson.Options);

    public static SubscriptionChange Read(string text) => JsonSerializer.Deserialize<SubscriptionChange>(text, StoreJson.Options)!;
}
