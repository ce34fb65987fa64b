using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>Hours of the next period brought forward (FLU-08): previewed, then taken exactly so.</summary>
public static class Advances
{
    /// <summary>What an advance would do now. Everything due has been settled before.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="ledger">The hours of the account.</param>
    /// <param name="policies">What it was sold under.</param>
    /// <param name="minutes">From 1.</param>
    /// <param name="now">Now.</param>
    public static Result<AdvancePreview> Preview(
        SubscriptionState subscription, HourLedger ledger, SubscriptionPolicies policies, int minutes, Instant now) =>
        Take(subscription, ledger, policies, minutes, "preview", now).Map(taken =>
        {
            var after = taken.Ledger;
            var next = taken.Subscription.NextGrantMinutes(policies);
            var limit = HourLedger.AdvanceLimit(policies.Hours, next);
            var most = after.OwedMinutes + after.AdvancedMinutes;
            return new AdvancePreview(
                minutes,
                after.AvailableMinutes,
                limit,
                Math.Max(0, limit - most),
                policies.StartOf(subscription.Period.End),
                next,
                Math.Min(next, most),
                Math.Max(0, most - next),
                taken.Subscription.Scheduled != subscription.Scheduled ? taken.Subscription.Scheduled : null);
        });

    /// <summary>
    /// Brings minutes forward. A downgrade that would begin before they are repaid waits for the next paid term (FLU-08).
    /// Otherwise <see cref="AdvancesNotOffered"/>, <see cref="SubscriptionNotReady"/>, <see cref="PaymentOverdue"/>, <see cref="NoPeriodFollows"/>,
    /// <see cref="MinutesNotValid"/> or <see cref="AdvanceLimitReached"/>.
    /// </summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="ledger">The hours of the account.</param>
    /// <param name="policies">What it was sold under.</param>
    /// <param name="minutes">From 1.</param>
    /// <param name="key">The request's key: twice is once.</param>
    /// <param name="now">Now.</param>
    public static Result<Settlement> Take(
        SubscriptionState subscription, HourLedger ledger, SubscriptionPolicies policies, int minutes, string key, Instant now)
    {
        if (EnsurePossible(subscription, policies).Refusal is { } notPossible)
        {
            return notPossible;
        }

        var waiting = Postpone(subscription);
        var cause = new HourCause(HourCauseKind.Advance, subscription.Id.Value);
        var next = waiting.NextGrantMinutes(policies);
        return next == 0
            ? new NoPeriodFollows(subscription.Period.End)
            : ledger.Advance(policies.Hours, minutes, now, policies.StartOf(subscription.Period.End), next, cause, key).Map(posting =>
            {
                var taken = Settlement.Of(subscription, ledger).With(_ => posting);
                return waiting.Scheduled == subscription.Scheduled || posting.Entries.IsEmpty
                    ? taken
                    : taken.With(waiting, new DowngradePostponed(now, waiting.Scheduled!, posting.Ledger.OwedMinutes + posting.Ledger.AdvancedMinutes));
            });
    }

    private static Result<Done> EnsurePossible(SubscriptionState subscription, SubscriptionPolicies policies) =>
        policies.Hours.AdvancePercent == 0 ? new AdvancesNotOffered()
        : !subscription.IsRunning ? new SubscriptionNotReady(subscription.Status)
        : !subscription.IsPaid || subscription.Status == PlanSubscriptionStatus.PastDue ? new PaymentOverdue(subscription.PaidThrough)
        : Done.Value;

    private static SubscriptionState Postpone(SubscriptionState subscription) =>
        subscription.Scheduled is { } change
        && change.On == subscription.Period.End
        && change.To.Rank < subscription.LastingTerms.Rank
            ? subscription with { Scheduled = change with { On = subscription.TermAfter.End } }
            : subscription;
}
