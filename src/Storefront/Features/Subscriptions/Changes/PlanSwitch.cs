using System.Text.Json.Serialization;
using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>Another plan or interval, as it was previewed.</summary>
/// <param name="PlanKey">The plan that was asked for.</param>
/// <param name="Interval">The interval that was asked for.</param>
/// <param name="Temporary">Whether it goes back at the end of the billing period (FLU-06).</param>
/// <param name="Confirmed">The preview's text, exactly as it was shown and sealed.</param>
public sealed record PlanSwitch(string PlanKey, BillingInterval Interval, bool Temporary, string Confirmed) : SubscriptionChange
{
    internal const string Name = "change-plan";

    [JsonIgnore]
    public override string Kind => Name;

    [JsonIgnore]
    public override ChangePreview Preview => ChangePreviewText.Read(Confirmed);

    /// <summary>What it would do now.</summary>
    public static Result<ChangePreview> Ask(ChangeSituation situation, string planKey, BillingInterval interval, bool temporary) =>
        situation.Present.Plans.Get(planKey).Then(plan => PlanChange.Preview(
            situation.Subscription,
            situation.Ledger,
            situation.Policies,
            new ChangeRequest(plan, interval, temporary, situation.Present.Tax.Rate),
            situation.Now));

    /// <summary>What it does once the order for it is paid: what was confirmed, from the same plan and at the same price.</summary>
    public Result<Settlement> ApplyPaid(ChangeSituation situation) =>
        Ask(situation, PlanKey, Interval, Temporary).Then(fresh =>
            fresh.MoneyNow == Preview.MoneyNow && fresh.From == Preview.From && fresh.To == Preview.To
                ? PlanChange.Confirm(
                    fresh, fresh, situation.Subscription, situation.Ledger, situation.Policies, situation.Id, situation.Now)
                : new PreviewOutdated(PreviewComparison.Differences(Preview, fresh)));

    // It was confirmed in time, or it would not have been recorded; how long the telling takes does not count.
    public override Result<Settlement> Apply(ChangeSituation situation) =>
        Ask(situation, PlanKey, Interval, Temporary).Then(fresh => PlanChange.Confirm(
            Preview with { ValidUntil = Instant.MaxValue },
            fresh,
            situation.Subscription,
            situation.Ledger,
            situation.Policies,
            situation.Id,
            situation.Now));
}
