using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Plans;

namespace Storefront.Domain.Subscriptions;

/// <summary>
/// What has to be asked for of who pays by itself. It follows from the subscription alone, so that it makes no difference when it is asked, and
/// changes with it: another plan is another bill, an end is none (FLU-05, FLU-07, FLU-10).
/// </summary>
public static class RenewalRules
{
    /// <summary>All that is not asked for, or asked for and not paid; those of a later day are asked for when it comes.</summary>
    /// <param name="subscription">As it stands; null where it has ended.</param>
    /// <param name="adjustments">What upgrades cost beside the plan, as far as it is not paid.</param>
    /// <param name="policies">What it was sold under.</param>
    /// <param name="policy">How the house asks.</param>
    /// <param name="tax">The tax on what is sold.</param>
    public static ImmutableArray<RenewalBill> BillsOf(
        SubscriptionState? subscription, IReadOnlyCollection<ChangeLine> adjustments, SubscriptionPolicies policies, RenewalPolicy policy, TaxRate tax)
    {
        var term = subscription is null ? null : TermOf(subscription, policies);
        var bills = adjustments.Where(line => line.BilledOn != term?.DueOn).GroupBy(line => line.BilledOn).OrderBy(lines => lines.Key)
            .Select(lines => new RenewalBill(lines.Key.PlusDays(-policy.OrderDaysBefore), lines.Key, Renews: null, [.. lines]));
        return term is not { } next ? [.. bills] :
        [
            new RenewalBill(
                subscription!.Status == PlanSubscriptionStatus.AwaitingPayment ? next.DueOn : next.DueOn.PlusDays(-policy.OrderDaysBefore),
                next.DueOn,
                next.Terms,
                [
                    ChangeLine.Of(ChangeLineKind.Renewal, next.Terms, insteadOf: null, DayShare.Whole, tax, next.DueOn),
                    .. adjustments.Where(line => line.BilledOn == next.DueOn),
                ]),
            .. bills,
        ];
    }

    /// <summary>The dates of the next payment, whether its order was sent or not; null when none will be asked for.</summary>
    public static RenewalDates? DatesOf(SubscriptionState subscription, SubscriptionPolicies policies) =>
        policies.Renewal is { } policy && TermOf(subscription, policies) is { } next ? RenewalDates.Of(next.DueOn, policy, policies.Hours.GraceDays) : null;

    /// <summary>The next term that is to be paid, and since when or from when on; null when none is to come.</summary>
    private static (LocalDate DueOn, PlanTerms Terms)? TermOf(SubscriptionState subscription, SubscriptionPolicies policies)
    {
        var due = subscription.PaidThrough;
        var terms = subscription.Status == PlanSubscriptionStatus.AwaitingPayment ? subscription.Terms : subscription.TermsFrom(due);
        return terms.Price.IsZero ? null : subscription switch
        {
            { Status: PlanSubscriptionStatus.AwaitingPayment } => (due, terms),
            { IsRunning: false } => null,
            { PauseRequested: true } when subscription.Period.End <= due => null,
            _ => subscription.EndsOn(policies) <= due ? null : (due, terms),
        };
    }
}
