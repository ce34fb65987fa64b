using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Hours;

namespace Storefront.Domain.Subscriptions;

/// <summary>What happens where one billing period ends: it closes, and ends, pauses or goes on, perhaps with a new paid term.</summary>
internal static class PeriodBoundary
{
    internal static Settlement Cross(Settlement settled, SubscriptionPolicies policies, Instant due)
    {
        var before = settled.Subscription;
        var boundary = before.Period.End;
        var next = before.Anchor.PeriodOf(boundary);
        if (before.EndsOn(policies) <= boundary)
        {
            return End(settled, due);
        }

        // Hours that were used on trust and never paid for roll nothing over.
        var inGoodStanding = before.PaidThrough > boundary || due < before.GraceEnd(policies);
        settled = Close(settled, policies, due, inGoodStanding ? policies.StartOf(next.End) : null);
        settled = GoBack(settled, due);
        if (before.PauseRequested)
        {
            return Pause(settled, boundary, due);
        }

        settled = boundary >= before.Term.End ? Renew(settled, boundary, due) : settled;
        var earned = before.EarnedNext is { } waiting && waiting.On == boundary ? waiting : null;
        settled = settled.With(
            settled.Subscription with { Period = next, Earned = earned, EarnedNext = null }, new PeriodStarted(due, next));
        return earned is null
            ? settled
            : settled.With(settled.Subscription, new PlanEarned(due, earned.Terms, next, settled.Subscription.EffectiveTerms == earned.Terms));
    }

    /// <summary>Ends a subscription at once: its hours lapse and nothing is owed (FLU-08, FLU-11).</summary>
    internal static Settlement End(Settlement settled, Instant at)
    {
        var ended = settled.Subscription with
        {
            Status = PlanSubscriptionStatus.Canceled,
            EndedAt = at,
            RevertsTo = null,
            Scheduled = null,
            PauseRequested = false,
            CancelRequested = false,
            PausedOn = null,
            PausedPeriods = 0,
            Earned = null,
            EarnedNext = null,
        };
        return settled
            .With(ledger => ledger.End(at, PeriodSchedule.CauseOf(HourCauseKind.PeriodEnd, ended)))
            .With(ended, new SubscriptionCanceled(at));
    }

    /// <summary>
    /// Lays a subscription that was not paid for to rest: what was granted on trust goes back, what was used of it is repaid from the next grant,
    /// and the next term begins on the day it is paid (FLU-21).
    /// </summary>
    internal static Settlement Rest(Settlement settled, SubscriptionPolicies policies, Instant at)
    {
        var running = settled.Subscription;
        var today = policies.DateOf(at);
        var nothing = new DateRun(today, today);
        var resting = running with
        {
            Status = PlanSubscriptionStatus.AwaitingPayment,
            Terms = running.LastingTerms,
            RevertsTo = null,
            Anchor = new BillingAnchor(today),
            Period = nothing,
            Term = nothing,
            GrantedThrough = today,
            PauseRequested = false,
            PausedOn = today,
            PausedPeriods = 0,
            Earned = null,
            EarnedNext = null,
        };
        return settled
            .With(ledger => ledger.TakeBack(policies.StartOf(running.PaidThrough), at, PeriodSchedule.CauseOf(HourCauseKind.PeriodEnd, running)))
            .With(resting, new SubscriptionPaused(at));
    }

    private static Settlement Close(Settlement settled, SubscriptionPolicies policies, Instant due, Instant? rolloverExpiresAt)
    {
        var subscription = settled.Subscription;
        return settled.With(ledger => ledger.ClosePeriod(
            policies.Hours,
            due,
            rolloverExpiresAt,
            PeriodSchedule.CauseOf(HourCauseKind.PeriodEnd, subscription),
            HourKeys.Rollover(subscription.Id, subscription.Period.Start)));
    }

    private static Settlement GoBack(Settlement settled, Instant due)
    {
        var subscription = settled.Subscription;
        return subscription.RevertsTo is not { } lasting
            ? settled
            : settled.With(
                subscription with { Terms = lasting, RevertsTo = null },
                new PlanChanged(due, subscription.Terms, lasting, PlanChangeReason.TemporaryUpgradeEnded));
    }

    private static Settlement Pause(Settlement settled, LocalDate boundary, Instant due)
    {
        var subscription = settled.Subscription;
        var paused = subscription with
        {
            Status = PlanSubscriptionStatus.Paused,
            PauseRequested = false,
            PausedOn = boundary,
            PausedPeriods = subscription.Anchor.PeriodsBetween(boundary, subscription.PaidThrough),
            Earned = null,
            EarnedNext = null,
        };
        return settled.With(paused, new SubscriptionPaused(due));
    }

    private static Settlement Renew(Settlement settled, LocalDate boundary, Instant due)
    {
        settled = ChangeAsScheduled(settled, boundary, due);
        var subscription = settled.Subscription;
        var term = subscription.Anchor.TermFrom(boundary, subscription.Terms.Interval);
        subscription = subscription with { Term = term };
        return subscription switch
        {
            { PaidThrough: var paidThrough } when paidThrough >= term.End => settled.With(subscription),
            { Terms.Price.IsZero: true } => settled.With(subscription with { PaidThrough = term.End }, new TermPaid(due, term)),
            _ => settled.With(subscription, new RenewalFellDue(due, term, subscription.Terms.Price)),
        };
    }

    private static Settlement ChangeAsScheduled(Settlement settled, LocalDate boundary, Instant due)
    {
        var subscription = settled.Subscription;
        if (subscription.Scheduled is not { } change || change.On > boundary)
        {
            return settled;
        }

        var owed = settled.Ledger.OwedMinutes;
        if (owed > 0 && change.To.Rank < subscription.Terms.Rank)
        {
            var later = change with { On = subscription.Anchor.TermFrom(boundary, subscription.Terms.Interval).End };
            return settled.With(subscription with { Scheduled = later }, new DowngradePostponed(due, later, owed));
        }

        return settled.With(
            subscription with { Terms = change.To, Scheduled = null },
            new PlanChanged(due, subscription.Terms, change.To, PlanChangeReason.Scheduled));
    }
}
