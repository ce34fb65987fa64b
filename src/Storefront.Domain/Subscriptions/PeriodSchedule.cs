using NodaTime;
using Storefront.Domain.Hours;

namespace Storefront.Domain.Subscriptions;

/// <summary>
/// What the clock does to a subscription and its hours. Everything due is done in order, each at its own instant, so that it makes no
/// difference how often or how late it is asked (COM-07).
/// </summary>
public static class PeriodSchedule
{
    /// <summary>When something falls due next; null when nothing will without a payment or a request.</summary>
    public static Instant? NextDue(SubscriptionState subscription, HourLedger ledger, SubscriptionPolicies policies) =>
        new[] { ledger.NextExpiry, BoundaryAt(subscription, policies), PastDueAt(subscription, policies), RestAt(subscription, policies), EndAt(subscription, policies), GrantAt(subscription, policies) }.Min();

    /// <summary>Does all that has fallen due, what is due at <paramref name="now"/> included.</summary>
    public static Settlement Settle(SubscriptionState subscription, HourLedger ledger, SubscriptionPolicies policies, Instant now)
    {
        var settled = Settlement.Of(subscription, ledger);
        while (NextDue(settled.Subscription, settled.Ledger, policies) is { } due && due <= now)
        {
            settled = SettleAt(settled, policies, due);
        }

        return settled;
    }

    /// <summary>Ends what has ended of an account without a subscription.</summary>
    public static HourPosting Settle(HourLedger ledger, Instant now) => ledger.Expire(now, new HourCause(HourCauseKind.PeriodEnd));

    // At one instant: what ends, then what that makes overdue, then what begins.
    private static Settlement SettleAt(Settlement settled, SubscriptionPolicies policies, Instant due)
    {
        settled = BoundaryAt(settled.Subscription, policies) == due
            ? PeriodBoundary.Cross(settled, policies, due)
            : settled.With(ledger => ledger.Expire(due, CauseOf(HourCauseKind.PeriodEnd, settled.Subscription)));
        if (PastDueAt(settled.Subscription, policies) <= due)
        {
            settled = settled.With(settled.Subscription with { Status = PlanSubscriptionStatus.PastDue }, new BecamePastDue(due));
        }

        if (EndAt(settled.Subscription, policies) <= due)
        {
            return PeriodBoundary.End(settled, due);
        }

        if (RestAt(settled.Subscription, policies) <= due)
        {
            return PeriodBoundary.Rest(settled, policies, due);
        }

        return GrantAt(settled.Subscription, policies) <= due ? Grant(settled, policies, due) : settled;
    }

    private static Settlement Grant(Settlement settled, SubscriptionPolicies policies, Instant due)
    {
        var subscription = settled.Subscription;
        var cause = CauseOf(subscription.Terms.Price.IsZero ? HourCauseKind.FreeGrant : HourCauseKind.Payment, subscription);
        return settled
            .With(ledger => ledger.Grant(
                subscription.Terms.MonthlyMinutes,
                due,
                policies.StartOf(subscription.Period.End),
                cause,
                HourKeys.Grant(subscription.Id, subscription.Period.Start)))
            .With(ledger => ledger.Grant(
                Math.Max(0, subscription.EffectiveTerms.MonthlyMinutes - subscription.Terms.MonthlyMinutes),
                due,
                policies.StartOf(subscription.Period.End),
                CauseOf(HourCauseKind.Loyalty, subscription),
                HourKeys.Loyalty(subscription.Id, subscription.Period.Start),
                LotSource.Loyalty))
            .With(subscription with { GrantedThrough = subscription.Period.End });
    }

    private static Instant? BoundaryAt(SubscriptionState subscription, SubscriptionPolicies policies) =>
        subscription.IsRunning ? policies.StartOf(subscription.Period.End) : null;

    private static Instant? PastDueAt(SubscriptionState subscription, SubscriptionPolicies policies) =>
        subscription is { Status: PlanSubscriptionStatus.Active, IsPaid: false }
            ? Instant.Max(subscription.GraceEnd(policies), policies.StartOf(subscription.Period.Start))
            : null;

    // Nobody charges it: past the days that the house waits it rests until it is paid, or once its customer's word that it has been is used up.
    private static Instant? RestAt(SubscriptionState subscription, SubscriptionPolicies policies) =>
        policies.Renewal is { } renewal && subscription is { IsRunning: true, IsPaid: false }
            ? Instant.Max(
                subscription.PauseHeldUntil ?? policies.StartOf(subscription.PaidThrough.PlusDays(renewal.PauseDaysAfter)),
                policies.StartOf(subscription.Period.Start))
            : null;

    // What rests crosses no boundary at which an end that was asked for would act.
    private static Instant? EndAt(SubscriptionState subscription, SubscriptionPolicies policies) =>
        subscription.RestsUnpaid && subscription.EndsOn(policies) is { } on ? policies.StartOf(on) : null;

    // A period is granted when it is paid for, or on trust while the days of grace last.
    private static Instant? GrantAt(SubscriptionState subscription, SubscriptionPolicies policies)
    {
        if (!subscription.IsRunning || subscription.GrantedThrough >= subscription.Period.End)
        {
            return null;
        }

        var due = Instant.Max(policies.StartOf(subscription.Period.Start), subscription.CoveredAt);
        return subscription.IsPaid || due < subscription.GraceEnd(policies) ? due : null;
    }

    internal static HourCause CauseOf(HourCauseKind kind, SubscriptionState subscription) => new(kind, subscription.Id.Value);
}
