using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Features.Subscriptions;

/// <summary>What rules say happened, in the form that the account's log keeps.</summary>
internal static class SubscriptionEventLog
{
    public static SubscriptionLogged Of(SubscriptionId id, SubscriptionEvent happened) => happened switch
    {
        SubscriptionActivated started => new SubscriptionStarted(
            id, started.Terms.PlanKey, started.Terms.Interval, started.Term.Start, started.Term.End),
        PeriodStarted started => new BillingPeriodStarted(id, started.Period.Start, started.Period.End),
        RenewalFellDue due => new RenewalDue(id, due.Term.Start, due.Term.End, due.Price.MinorUnits, due.Price.Currency.Code),
        TermPaid paid => new SubscriptionRenewed(id, paid.Term.Start, paid.Term.End),
        BecamePastDue => new SubscriptionPastDue(id),
        PlanChanged changed => new SubscriptionPlanChanged(
            id, changed.From.PlanKey, changed.To.PlanKey, changed.To.Interval, changed.Reason),
        ChangeScheduled { Change: var change } => new SubscriptionChangeScheduled(id, change.To.PlanKey, change.To.Interval, change.On),
        DowngradePostponed postponed => new SubscriptionDowngradePostponed(
            id, postponed.Change.To.PlanKey, postponed.Change.On, postponed.OwedMinutes),
        PlanEarned earned => new SubscriptionPlanEarned(id, earned.Terms.PlanKey, earned.Period.Start, earned.Period.End, earned.IsNeeded),
        WishChanged wish => new SubscriptionWishChanged(id, wish.Wish, wish.Withdrawn),
        SubscriptionPaused => new SubscriptionPauseBegan(id),
        SubscriptionResumed resumed => new SubscriptionPauseEnded(id, resumed.Term.Start, resumed.Term.End),
        SubscriptionCanceled => new SubscriptionEnded(id),
        _ => throw new ArgumentException($"The log has no form for {happened.GetType()}.", nameof(happened)),
    };
}
