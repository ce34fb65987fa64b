using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Plans;

namespace Storefront.Domain.Subscriptions;

/// <summary>The arithmetic of a preview: shares of days, lines and their sums.</summary>
internal sealed record ChangeContext(
    SubscriptionState Subscription, HourLedger Ledger, SubscriptionPolicies Policies, TaxRate Tax, Instant Now)
{
    private LocalDate Today => Policies.DateOf(Now);

    private LocalDate PeriodEnd => Subscription.Period.End;

    /// <summary>Where the next term begins that is not paid for yet.</summary>
    private LocalDate TermEnd => Subscription.NextTermOn;

    /// <summary>Whether the term after the running one was paid for already, at the price of what it was to be.</summary>
    private bool IsPaidAhead => Subscription.PaidThrough > Subscription.Term.End;

    /// <summary>What the term after the running one brings.</summary>
    private PlanTerms Ahead => Subscription.TermsFrom(Subscription.Term.End);

    /// <summary>Whether the next paid term would bring just that anyway.</summary>
    internal bool Keeps(PlanTerms target)
    {
        var next = Subscription.TermsFrom(TermEnd);
        return next.PlanKey == target.PlanKey && next.Interval == target.Interval;
    }

    internal ChangePreview AtOnce(PlanChangeKind kind, PlanTerms target, PlanTerms? then)
    {
        var temporary = kind == PlanChangeKind.TemporaryUpgrade;
        var billedOn = Policies.Changes.UpgradeBilled == UpgradeBilling.AtOnce ? Today : PeriodEnd;
        var lasting = temporary ? Subscription.LastingTerms : target;
        var atRenewal = then ?? (temporary ? Subscription.TermsFrom(TermEnd) : target);
        var minutes = HoursShare.Of(Math.Max(0, target.MonthlyMinutes - Subscription.EffectiveTerms.MonthlyMinutes));
        return Build(
            kind,
            target,
            then,
            Today,
            [.. Adjustments(target, temporary, billedOn), .. AheadOf(target, temporary, billedOn), Renewal(atRenewal)],
            atOnce: true,
            minutes,
            Subscription.NextGrantMinutes(PeriodEnd >= TermEnd ? atRenewal : lasting));
    }

    /// <summary>What begins with a later paid term: a lower plan waits for what was brought forward (FLU-08).</summary>
    internal ChangePreview Later(PlanChangeKind kind, PlanTerms target)
    {
        var on = kind == PlanChangeKind.Downgrade ? Subscription.DowngradeOn(Ledger) : TermEnd;
        var atRenewal = on > TermEnd ? Subscription.LastingTerms : target;
        return Build(
            kind,
            target,
            then: null,
            on,
            [Renewal(atRenewal)],
            atOnce: false,
            minutesNow: 0,
            Subscription.NextGrantMinutes(PeriodEnd >= TermEnd ? atRenewal : IsPaidAhead && PeriodEnd >= Subscription.Term.End ? Ahead : Subscription.LastingTerms));
    }

    private DayShare HoursShare => Policies.Changes.UpgradeHours switch
    {
        UpgradeHours.ShareOfBillingPeriod => new DayShare(Subscription.Period.DaysFrom(Today), Subscription.Period.Days),
        UpgradeHours.FullDifference => DayShare.Whole,
    };

    /// <summary>
    /// One line; two where a temporary upgrade is running and a lasting one takes its place in a term that goes on after the period: until
    /// its end against the temporary plan, from then on against the lasting one.
    /// </summary>
    private IEnumerable<ChangeLine> Adjustments(PlanTerms target, bool temporary, LocalDate billedOn)
    {
        var current = Subscription.EffectiveTerms;
        if (Policies.Changes.UpgradeMoney == UpgradeMoney.FullDifference)
        {
            return [Adjustment(target, current, DayShare.Whole, billedOn)];
        }

        var term = Subscription.Term;
        var inPeriod = term.DaysFrom(Today) - term.DaysFrom(PeriodEnd);
        var afterPeriod = term.DaysFrom(PeriodEnd);
        return (temporary, Subscription.RevertsTo) switch
        {
            (true, _) => [Adjustment(target, current, new DayShare(inPeriod, term.Days), billedOn)],
            (false, { } lasting) when afterPeriod > 0 =>
            [
                Adjustment(target, current, new DayShare(inPeriod, term.Days), billedOn),
                Adjustment(target, lasting, new DayShare(afterPeriod, term.Days), billedOn),
            ],
            (false, _) => [Adjustment(target, current, new DayShare(inPeriod + afterPeriod, term.Days), billedOn)],
        };
    }

    /// <summary>A lasting upgrade holds in the term that was paid ahead too, and costs the whole difference there.</summary>
    private IEnumerable<ChangeLine> AheadOf(PlanTerms target, bool temporary, LocalDate billedOn) =>
        IsPaidAhead && !temporary && Ahead.Interval == target.Interval ? [Adjustment(target, Ahead, DayShare.Whole, billedOn)] : [];

    private ChangeLine Adjustment(PlanTerms target, PlanTerms insteadOf, DayShare share, LocalDate billedOn) =>
        ChangeLine.Of(ChangeLineKind.Adjustment, target, insteadOf, share, Tax, billedOn);

    private ChangeLine Renewal(PlanTerms terms) => ChangeLine.Of(ChangeLineKind.Renewal, terms, null, DayShare.Whole, Tax, TermEnd);

    private ChangePreview Build(
        PlanChangeKind kind,
        PlanTerms target,
        PlanTerms? then,
        LocalDate effectiveOn,
        ImmutableArray<ChangeLine> lines,
        bool atOnce,
        int minutesNow,
        int minutesNext)
    {
        var nextInvoice = lines.Where(line => line.BilledOn > Today).Min(line => (LocalDate?)line.BilledOn);
        return new ChangePreview(
            Subscription.Id,
            kind,
            Subscription.EffectiveTerms,
            target,
            then,
            effectiveOn,
            atOnce,
            kind == PlanChangeKind.TemporaryUpgrade ? PeriodEnd : null,
            lines,
            TotalOn(lines, Today),
            nextInvoice,
            TotalOn(lines, nextInvoice),
            TermEnd,
            TotalOn(lines, TermEnd),
            minutesNow,
            minutesNext,
            Lapsing(minutesNow),
            Now,
            Now + Duration.FromMinutes(Policies.Changes.PreviewMinutes));
    }

    private ChangeTotal TotalOn(ImmutableArray<ChangeLine> lines, LocalDate? day) =>
        ChangeTotal.Of(lines.Where(line => line.BilledOn == day), Subscription.Terms.Price.Currency);

    private int Lapsing(int minutesNow)
    {
        var end = Policies.StartOf(PeriodEnd);
        var probe = Ledger.Upgrade(minutesNow, Now, end, new HourCause(HourCauseKind.PlanChange), "preview").Ledger;
        var left = probe.OpenLots.Where(lot => lot.ExpiresAt <= end).Sum(lot => lot.RemainingMinutes);
        return left - probe.RolloverAt(end, Policies.Hours);
    }
}
