using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>Changes of plan and interval: previewed, then confirmed exactly or not at all.</summary>
public static class PlanChange
{
    /// <summary>What a change would do now. Everything due has been settled before.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="ledger">The hours of the account.</param>
    /// <param name="policies">What it was sold under.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="now">Now.</param>
    public static Result<ChangePreview> Preview(
        SubscriptionState subscription, HourLedger ledger, SubscriptionPolicies policies, ChangeRequest request, Instant now)
    {
        if (EnsurePossible(subscription).Refusal is { } notPossible)
        {
            return notPossible;
        }

        var current = subscription.EffectiveTerms;
        var target = PlanTerms.Of(request.Plan, request.Interval, current.Price.Currency);
        if (target.Refusal is { } notOffered)
        {
            return notOffered;
        }

        var context = new ChangeContext(subscription, ledger, policies, request.Tax, now);
        return request.Plan.Rank.CompareTo(current.Rank) switch
        {
            > 0 => Upgrade(context, request, target.Value),
            _ when request.Temporary => new TemporaryUpgradeNotPossible(request.Plan.Key),
            _ when subscription.IsLasting(target.Value) && !context.Keeps(target.Value) => context.Later(PlanChangeKind.Keep, subscription.LastingTerms),
            _ when request.Plan.Rank > subscription.Terms.Rank && context.Keeps(target.Value) => new NothingToChange(request.Plan.Key),
            _ when request.Plan.Rank > subscription.Terms.Rank => context.Later(PlanChangeKind.Upgrade, target.Value),
            0 when context.Keeps(target.Value) => new NothingToChange(request.Plan.Key),
            0 => context.Later(PlanChangeKind.IntervalSwitch, target.Value),
            < 0 => Downgrade(context, target.Value),
        };
    }

    /// <summary>
    /// Does what a preview says, if it is still what would happen: otherwise <see cref="PreviewExpired"/> or <see cref="PreviewOutdated"/>,
    /// and nothing is done.
    /// </summary>
    /// <param name="confirmed">The preview as it was sealed.</param>
    /// <param name="fresh">The same request previewed now.</param>
    /// <param name="subscription">The subscription.</param>
    /// <param name="ledger">The hours of the account.</param>
    /// <param name="policies">What it was sold under.</param>
    /// <param name="change">The change's id, under which its hours are granted once.</param>
    /// <param name="now">Now.</param>
    public static Result<Settlement> Confirm(
        ChangePreview confirmed,
        ChangePreview fresh,
        SubscriptionState subscription,
        HourLedger ledger,
        SubscriptionPolicies policies,
        PlanChangeId change,
        Instant now)
    {
        if (now >= confirmed.ValidUntil)
        {
            return new PreviewExpired(confirmed.ValidUntil);
        }

        var differences = PreviewComparison.Differences(confirmed, fresh);
        return differences.IsEmpty
            ? Apply(confirmed, subscription, ledger, policies, change, now)
            : new PreviewOutdated(differences);
    }

    private static Settlement Apply(
        ChangePreview preview, SubscriptionState subscription, HourLedger ledger, SubscriptionPolicies policies, PlanChangeId change, Instant now)
    {
        var settlement = Settlement.Of(subscription, ledger);
        if (preview.Kind == PlanChangeKind.Keep)
        {
            return settlement.With(subscription with { Scheduled = null }, new WishChanged(now, SubscriptionWish.ScheduledChange, Withdrawn: true));
        }

        if (!preview.ActsAtOnce)
        {
            var scheduled = new ScheduledChange(preview.To, preview.EffectiveOn);
            return settlement.With(subscription with { Scheduled = scheduled }, new ChangeScheduled(now, scheduled));
        }

        var temporary = preview.Kind == PlanChangeKind.TemporaryUpgrade;
        var changed = subscription with
        {
            Terms = preview.To,
            RevertsTo = temporary ? subscription.LastingTerms : null,
            Scheduled = temporary ? subscription.Scheduled
                : preview.Then is { } then ? new ScheduledChange(then, preview.RenewsOn)
                : null,
        };
        return settlement
            .With(changed, new PlanChanged(
                now, preview.From, preview.To, temporary ? PlanChangeReason.TemporaryUpgrade : PlanChangeReason.Upgrade))
            .With(hours => hours.Upgrade(
                preview.MinutesNow,
                now,
                policies.StartOf(subscription.Period.End),
                new HourCause(HourCauseKind.PlanChange, change.Value),
                HourKeys.Upgrade(change)));
    }

    /// <summary>Whether the plan can be changed as it stands: <see cref="PaymentOverdue"/> while a term is missing, <see cref="SubscriptionNotReady"/> while it rests, or is to end or to pause.</summary>
    public static Result<Done> EnsurePossible(SubscriptionState subscription) => subscription switch
    {
        { Status: PlanSubscriptionStatus.PastDue } => new PaymentOverdue(subscription.PaidThrough),
        { Status: not PlanSubscriptionStatus.Active } or { CancelRequested: true } or { PauseRequested: true } =>
            new SubscriptionNotReady(subscription.Status),
        _ => Done.Value,
    };

    private static Result<ChangePreview> Upgrade(ChangeContext context, ChangeRequest request, PlanTerms target)
    {
        var interval = context.Subscription.Terms.Interval;
        if (request.Temporary && (!context.Policies.Changes.TemporaryUpgrades || target.Interval != interval))
        {
            return new TemporaryUpgradeNotPossible(target.PlanKey);
        }

        return target.Interval == interval
            ? context.AtOnce(request.Temporary ? PlanChangeKind.TemporaryUpgrade : PlanChangeKind.Upgrade, target, then: null)
            : PlanTerms.Of(request.Plan, interval, target.Price.Currency)
                .Map(atOnce => context.AtOnce(PlanChangeKind.Upgrade, atOnce, then: target));
    }

    private static Result<ChangePreview> Downgrade(ChangeContext context, PlanTerms target)
    {
        var changes = context.Policies.Changes;
        var committedUntil = context.Subscription.ContractEnd(changes);
        return changes.Downgrade == ChangeMoment.EndOfContractedTerm && context.Subscription.Term.End < committedUntil
            ? new CommittedUntil(committedUntil)
            : context.Keeps(target) ? new NothingToChange(target.PlanKey)
            : context.Later(PlanChangeKind.Downgrade, target);
    }
}
