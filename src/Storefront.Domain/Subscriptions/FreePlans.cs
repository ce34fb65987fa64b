using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>Plans that cost nothing: the one that every customer has (FEN-01), and those that are earned (FEN-02).</summary>
public static class FreePlans
{
    /// <summary>
    /// What the first term of a plan costs that takes the place of one that costs nothing: while an earned plan is in force, the difference from
    /// its list price (FEN-02); <see cref="EarnedPlanServes"/> where there is none to be paid.
    /// </summary>
    /// <param name="subscription">What runs, settled; null for nothing.</param>
    /// <param name="wanted">What is bought, at its list price.</param>
    /// <param name="plans">What is sold, for the list price in another currency.</param>
    /// <param name="tax">The tax on it.</param>
    public static Result<PurchasePrice> PriceOf(SubscriptionState? subscription, PlanTerms wanted, PlanCatalogue plans, TaxRate tax)
    {
        if (subscription is not { IsRunning: true } || subscription.EffectiveTerms == subscription.Terms
            || AtListPrice(subscription.EffectiveTerms, wanted.Price.Currency, plans) is not { } earned)
        {
            return PurchasePrice.Full(wanted.Price, tax);
        }

        return wanted.Rank > earned.Rank && wanted.Price > earned.Price
            ? PurchasePrice.Difference(wanted.Price, earned, tax)
            : new EarnedPlanServes(earned.PlanKey, subscription.Period.End);
    }

    /// <summary>
    /// A plan that was paid takes the place of one that costs nothing: the difference of hours comes at once (FEN-04), and paid term and
    /// billing periods are counted from today.
    /// </summary>
    /// <param name="subscription">A running one that costs nothing; <see cref="SubscriptionNotReady"/> for others.</param>
    /// <param name="ledger">The hours of the account.</param>
    /// <param name="policies">What the new one is sold under.</param>
    /// <param name="terms">What was paid.</param>
    /// <param name="change">Under which the hours are granted once.</param>
    /// <param name="at">Now.</param>
    public static Result<Settlement> Replace(
        SubscriptionState subscription, HourLedger ledger, SubscriptionPolicies policies, PlanTerms terms, PlanChangeId change, Instant at)
    {
        if (!subscription.IsRunning || !subscription.LastingTerms.Price.IsZero)
        {
            return new SubscriptionNotReady(subscription.Status);
        }

        var today = policies.DateOf(at);
        var anchor = new BillingAnchor(today);
        var term = anchor.TermFrom(today, terms.Interval);
        var before = subscription.EffectiveTerms;
        var bought = subscription with
        {
            Status = PlanSubscriptionStatus.Active,
            Terms = terms,
            RevertsTo = null,
            StartedOn = today,
            Anchor = anchor,
            Period = anchor.Period(0),
            Term = term,
            PaidThrough = term.End,
            GrantedThrough = anchor.Boundary(1),
            CoveredAt = at,
            Scheduled = null,
            PauseRequested = false,
            CancelRequested = false,
            Earned = null,
            EarnedNext = subscription.EarnedNext is { } next ? next with { On = anchor.Boundary(1) } : null,
        };
        return Settlement.Of(subscription, ledger)
            .With(
                bought,
                new PlanChanged(at, before, terms, PlanChangeReason.Upgrade),
                new TermPaid(at, term),
                new PeriodStarted(at, bought.Period))
            .With(hours => hours.Upgrade(
                Math.Max(0, terms.MonthlyMinutes - before.MonthlyMinutes),
                at,
                policies.StartOf(bought.Period.End),
                new HourCause(HourCauseKind.PlanChange, change.Value),
                HourKeys.Upgrade(change)));
    }

    /// <summary>
    /// Puts an earned plan down for the billing period that starts next, in place of what was put down before; null takes it back (FEN-02).
    /// </summary>
    public static Result<Settlement> Earn(SubscriptionState subscription, HourLedger ledger, Plan? plan)
    {
        if (!subscription.IsRunning)
        {
            return new SubscriptionNotReady(subscription.Status);
        }

        if (plan is null)
        {
            return Settlement.Of(subscription, ledger).With(subscription with { EarnedNext = null });
        }

        var terms = subscription.Terms;
        return PlanTerms.Of(plan, terms.Interval, terms.Price.Currency)
            .Map(earned => Settlement.Of(subscription, ledger).With(subscription with { EarnedNext = new EarnedPlan(earned, subscription.Period.End) }));
    }

    private static PlanTerms? AtListPrice(PlanTerms earned, Currency currency, PlanCatalogue plans) =>
        earned.Price.Currency == currency ? earned
        : plans.Find(earned.PlanKey)?.PriceFor(earned.Interval, currency) is { } price ? earned with { Price = price.Amount }
        : null;
}
