using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>
/// What payments and customers do to a subscription. Everything due has been settled before; what becomes due by it is settled after, by
/// <see cref="PeriodSchedule"/>. Callers see to it that one payment is applied once.
/// </summary>
public static class SubscriptionRules
{
    /// <summary>
    /// A payment of the next unpaid term, which for the first one starts the subscription on the day it was paid. A term that is over and of
    /// which nothing was served gives way to the one that runs. What is paid in a pause is there when it ends.
    /// </summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="ledger">The hours of the account.</param>
    /// <param name="policies">What it was sold under.</param>
    /// <param name="at">When the first one was paid; for those that follow, now.</param>
    public static Result<Settlement> Pay(SubscriptionState subscription, HourLedger ledger, SubscriptionPolicies policies, Instant at)
    {
        var settlement = Settlement.Of(subscription, ledger);
        if (subscription.Status == PlanSubscriptionStatus.AwaitingPayment)
        {
            return Activate(settlement, policies.DateOf(at), at);
        }

        if (subscription.Status == PlanSubscriptionStatus.Canceled)
        {
            return new SubscriptionNotReady(subscription.Status);
        }

        var start = subscription.PaidThrough;
        var term = subscription.Anchor.TermFrom(start, subscription.TermsFrom(start).Interval);

        // What is still owed of an earlier term ends with that term, whatever interval has begun since.
        if (start < subscription.Term.Start && term.End > subscription.Term.Start)
        {
            term = new DateRun(start, subscription.Term.Start);
        }

        if (subscription.PausedOn is { } pausedOn)
        {
            var later = subscription with { PaidThrough = term.End, PausedPeriods = subscription.Anchor.PeriodsBetween(pausedOn, term.End) };
            return settlement.With(later, new TermPaid(at, term));
        }

        if (term.End <= subscription.Period.Start && subscription.GrantedThrough <= start)
        {
            term = subscription.Anchor.TermFrom(subscription.Period.Start, subscription.Terms.Interval);
            subscription = subscription with { Term = term };
        }

        var paid = subscription with
        {
            PaidThrough = term.End,
            CoveredAt = at,
            Status = term.End > subscription.Period.Start ? PlanSubscriptionStatus.Active : subscription.Status,
        };
        return settlement.With(paid, new TermPaid(at, term));
    }

    /// <summary>A renewal's payment failed. Before the renewal is due it changes nothing.</summary>
    public static Settlement FailPayment(SubscriptionState subscription, HourLedger ledger, Instant at)
    {
        var settlement = Settlement.Of(subscription, ledger);
        return subscription is { Status: PlanSubscriptionStatus.Active, IsPaid: false }
            ? settlement.With(subscription with { Status = PlanSubscriptionStatus.PastDue }, new BecamePastDue(at))
            : settlement;
    }

    /// <summary>Asks for a pause from the next boundary on (FLU-10). What ends there cannot be paused.</summary>
    public static Result<Settlement> Pause(SubscriptionState subscription, HourLedger ledger, SubscriptionPolicies policies, Instant at)
    {
        if (!policies.Changes.Pauses)
        {
            return new PauseNotOffered();
        }

        return subscription.IsRunning && !(subscription.EndsOn(policies) <= subscription.Period.End)
            ? Wish(subscription, ledger, subscription with { PauseRequested = true }, SubscriptionWish.Pause, withdrawn: false, at)
            : new SubscriptionNotReady(subscription.Status);
    }

    /// <summary>
    /// Takes a pause back, or ends it today: periods are counted from today on, and what was left of the paid term follows (FLU-10). With
    /// nothing left, the next term has to be paid first.
    /// </summary>
    public static Result<Settlement> Resume(SubscriptionState subscription, HourLedger ledger, SubscriptionPolicies policies, Instant at)
    {
        if (subscription.PauseRequested)
        {
            return Wish(subscription, ledger, subscription with { PauseRequested = false }, SubscriptionWish.Pause, withdrawn: true, at);
        }

        if (subscription is not { Status: PlanSubscriptionStatus.Paused, PausedOn: { } pausedOn })
        {
            return new SubscriptionNotReady(subscription.Status);
        }

        var settlement = Settlement.Of(subscription, ledger);
        var today = policies.DateOf(at);
        return subscription.PausedPeriods == 0
            ? settlement.With(AwaitNextTerm(subscription, today), new SubscriptionResumed(at, new DateRun(today, today)))
            : GoOn(settlement, pausedOn, today, at);
    }

    /// <summary>
    /// Asks for the end: with what was paid for (FLU-10), or at once where nothing is. What was paid for and paused stays until it has been used up,
    /// and what rests unpaid is bound as long as it would be if it ran (FEN-05).
    /// </summary>
    public static Result<Settlement> Cancel(SubscriptionState subscription, HourLedger ledger, SubscriptionPolicies policies, Instant at) =>
        subscription.Status switch
        {
            PlanSubscriptionStatus.Canceled => new SubscriptionNotReady(subscription.Status),
            PlanSubscriptionStatus.AwaitingPayment when !subscription.RestsUnpaid || subscription.CancellationDate(policies.Changes) <= policies.DateOf(at) =>
                Terminate(subscription, ledger, at),
            PlanSubscriptionStatus.Paused when subscription.PausedPeriods == 0 => Terminate(subscription, ledger, at),
            PlanSubscriptionStatus.Active or PlanSubscriptionStatus.PastDue
                when !subscription.IsPaid && subscription.CancellationDate(policies.Changes) <= subscription.Term.End => Terminate(subscription, ledger, at),
            PlanSubscriptionStatus.AwaitingPayment or PlanSubscriptionStatus.Active or PlanSubscriptionStatus.PastDue or PlanSubscriptionStatus.Paused =>
                Wish(subscription, ledger, subscription with { CancelRequested = true }, SubscriptionWish.Cancellation, withdrawn: false, at),
        };

    /// <summary>Takes a cancellation back that has not acted yet.</summary>
    public static Result<Settlement> Keep(SubscriptionState subscription, HourLedger ledger, Instant at) =>
        subscription.CancelRequested
            ? Wish(subscription, ledger, subscription with { CancelRequested = false }, SubscriptionWish.Cancellation, withdrawn: true, at)
            : new SubscriptionNotReady(subscription.Status);

    /// <summary>Takes a scheduled change back that has not acted yet, and that nobody has paid for ahead.</summary>
    public static Result<Settlement> DropScheduledChange(SubscriptionState subscription, HourLedger ledger, Instant at) =>
        subscription.Scheduled is { } change && change.On >= subscription.PaidThrough
            ? Wish(subscription, ledger, subscription with { Scheduled = null }, SubscriptionWish.ScheduledChange, withdrawn: true, at)
            : new SubscriptionNotReady(subscription.Status);

    /// <summary>Ends it at once, as when the payment provider gave up; its hours lapse and nothing is owed. Once is enough.</summary>
    public static Settlement Terminate(SubscriptionState subscription, HourLedger ledger, Instant at)
    {
        var settlement = Settlement.Of(subscription, ledger);
        return subscription.Status == PlanSubscriptionStatus.Canceled ? settlement : PeriodBoundary.End(settlement, at);
    }

    private static Settlement Wish(
        SubscriptionState before, HourLedger ledger, SubscriptionState after, SubscriptionWish wish, bool withdrawn, Instant at)
    {
        var settlement = Settlement.Of(before, ledger);
        return before == after ? settlement : settlement.With(after, new WishChanged(at, wish, withdrawn));
    }

    private static Settlement Activate(Settlement settlement, LocalDate today, Instant at)
    {
        var ordered = settlement.Subscription;
        var anchor = new BillingAnchor(today);
        var term = anchor.TermFrom(today, ordered.Terms.Interval);
        var active = ordered with
        {
            Status = PlanSubscriptionStatus.Active,
            StartedOn = ordered.PausedOn is null ? today : ordered.StartedOn,
            Anchor = anchor,
            Period = anchor.Period(0),
            Term = term,
            PaidThrough = term.End,
            GrantedThrough = today,
            CoveredAt = at,
            PausedOn = null,
            Scheduled = ordered.Scheduled is { } change ? change with { On = term.End } : null,
        };
        return settlement.With(active, new SubscriptionActivated(at, active.Terms, term), new PeriodStarted(at, active.Period));
    }

    // PausedOn stays, so that the day it first began is kept when it is paid.
    private static SubscriptionState AwaitNextTerm(SubscriptionState subscription, LocalDate today)
    {
        var nothing = new DateRun(today, today);
        return subscription with
        {
            Status = PlanSubscriptionStatus.AwaitingPayment,
            Terms = subscription.TermsFrom(subscription.Term.End),
            Scheduled = null,
            Anchor = new BillingAnchor(today),
            Period = nothing,
            Term = nothing,
            PaidThrough = today,
            GrantedThrough = today,
        };
    }

    // The term moves as a whole, so that its days, by which shares are reckoned, stay those that were paid for.
    private static Settlement GoOn(Settlement settlement, LocalDate pausedOn, LocalDate today, Instant at)
    {
        var paused = settlement.Subscription;
        var anchor = new BillingAnchor(today);
        var start = pausedOn < paused.Term.End ? paused.Term.Start.PlusDays(Period.DaysBetween(pausedOn, today)) : today;
        var term = new DateRun(start, anchor.Boundary(paused.PausedPeriods));
        var running = paused with
        {
            Status = PlanSubscriptionStatus.Active,
            Anchor = anchor,
            Period = anchor.Period(0),
            Term = term,
            PaidThrough = term.End,
            GrantedThrough = today,
            CoveredAt = at,
            PausedOn = null,
            PausedPeriods = 0,
            Scheduled = paused.Scheduled is { } change ? change with { On = term.End } : null,
        };
        return settlement.With(running, new SubscriptionResumed(at, term), new PeriodStarted(at, running.Period));
    }
}
