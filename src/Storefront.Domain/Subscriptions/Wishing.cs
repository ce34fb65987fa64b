using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>Pauses, resumptions, cancellations and what takes them back: one place that says what each does.</summary>
public static class Wishing
{
    /// <summary>What a wish does to a subscription as it stands, or why it cannot be.</summary>
    public static Result<Settlement> Apply(
        WishKind kind, SubscriptionState subscription, HourLedger ledger, SubscriptionPolicies policies, Instant now) => kind switch
        {
            WishKind.Pause => SubscriptionRules.Pause(subscription, ledger, policies, now),
            WishKind.Resume => SubscriptionRules.Resume(subscription, ledger, policies, now),
            WishKind.Cancel => SubscriptionRules.Cancel(subscription, ledger, policies, now),
            WishKind.Keep => SubscriptionRules.Keep(subscription, ledger, now),
            WishKind.DropChange => SubscriptionRules.DropScheduledChange(subscription, ledger, now),
        };

    /// <summary>What a wish would do now. Everything due has been settled before.</summary>
    public static Result<WishPreview> Preview(
        WishKind kind, SubscriptionState subscription, HourLedger ledger, SubscriptionPolicies policies, TaxRate tax, Instant now) =>
        Apply(kind, subscription, ledger, policies, now).Map(done =>
        {
            var settled = PeriodSchedule.Settle(done.Subscription, done.Ledger, policies, now);
            var (after, hours) = (settled.Subscription, settled.Ledger);
            var today = policies.DateOf(now);
            var on = EffectiveOn(kind, subscription, after, policies, today);
            var ended = after.Status == PlanSubscriptionStatus.Canceled;
            var (lapsing, lapsesOn) = ended ? (ledger.Balance, today) : Lapsing(after, hours, policies);
            var (paymentOn, price) = NextPayment(after, policies);
            return new WishPreview(
                kind,
                on,
                on == today && kind != WishKind.Pause,
                ended ? 0 : Math.Max(0, hours.Balance - ledger.Balance),
                after.NextGrantMinutes(policies),
                lapsing,
                lapsing == 0 ? null : lapsesOn,
                paymentOn,
                price,
                tax.On(price),
                kind == WishKind.Pause ? after.Anchor.PeriodsBetween(after.Period.End, after.PaidThrough) : after.PausedPeriods);
        });

    private static LocalDate EffectiveOn(
        WishKind kind, SubscriptionState before, SubscriptionState after, SubscriptionPolicies policies, LocalDate today) => kind switch
        {
            WishKind.Pause => before.Period.End,
            WishKind.Cancel when after.Status != PlanSubscriptionStatus.Canceled => after.EndsOn(policies) ?? today,
            WishKind.Resume or WishKind.Cancel or WishKind.Keep or WishKind.DropChange => today,
        };

    private static (int Minutes, LocalDate On) Lapsing(SubscriptionState after, HourLedger hours, SubscriptionPolicies policies)
    {
        var end = policies.StartOf(after.Period.End);
        var left = hours.OpenLots.Where(lot => lot.ExpiresAt <= end).Sum(lot => lot.RemainingMinutes);
        var continues = after.IsRunning && !(after.EndsOn(policies) <= after.Period.End);
        return (left - (continues ? hours.RolloverAt(end, policies.Hours) : 0), after.Period.End);
    }

    private static (LocalDate? On, Money Price) NextPayment(SubscriptionState after, SubscriptionPolicies policies)
    {
        var none = Money.Zero(after.Terms.Price.Currency);
        (LocalDate? On, Money Price) next = after switch
        {
            { Status: PlanSubscriptionStatus.AwaitingPayment } => (after.PaidThrough, after.Terms.Price),
            { IsRunning: false } or { PauseRequested: true } => (null, none),
            _ when after.EndsOn(policies) <= after.Term.End => (null, none),
            { IsPaid: false } => (after.PaidThrough, after.Terms.Price),
            _ => (after.Term.End, after.TermsFrom(after.Term.End).Price),
        };
        return next.Price.IsZero ? (null, none) : next;
    }
}
