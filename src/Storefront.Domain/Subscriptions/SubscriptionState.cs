using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>
/// A subscription as it stands. Its dates are days of the house's zone. While it awaits its first payment, period and term are empty runs at
/// the day it was ordered.
/// </summary>
/// <param name="Id">Its id in the account.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Terms">The plan and price in force.</param>
/// <param name="RevertsTo">What a temporary upgrade goes back to at the end of the period; null when none runs (FLU-06).</param>
/// <param name="StartedOn">The day it began, from which a contracted term is counted.</param>
/// <param name="Anchor">The day from which periods are counted; a pause moves it.</param>
/// <param name="Period">The running billing period.</param>
/// <param name="Term">The running paid term, paid or not, which ends with a period.</param>
/// <param name="PaidThrough">The day after the last that is paid for.</param>
/// <param name="GrantedThrough">The day after the last period whose hours were granted.</param>
/// <param name="CoveredAt">When a payment, a resumption or the start last changed what is paid.</param>
/// <param name="Scheduled">What begins with a later paid term; null for none.</param>
/// <param name="PauseRequested">Whether it pauses at the next boundary.</param>
/// <param name="CancelRequested">Whether it ends with the paid term.</param>
/// <param name="PausedOn">The boundary at which it paused; null when it is not paused.</param>
/// <param name="PausedPeriods">Paid periods that are left for after the pause.</param>
/// <param name="EndedAt">When it ended; null while it has not.</param>
public sealed record SubscriptionState(
    SubscriptionId Id,
    PlanSubscriptionStatus Status,
    PlanTerms Terms,
    PlanTerms? RevertsTo,
    LocalDate StartedOn,
    BillingAnchor Anchor,
    DateRun Period,
    DateRun Term,
    LocalDate PaidThrough,
    LocalDate GrantedThrough,
    Instant CoveredAt,
    ScheduledChange? Scheduled,
    bool PauseRequested,
    bool CancelRequested,
    LocalDate? PausedOn,
    int PausedPeriods,
    Instant? EndedAt)
{
    /// <summary>The plan that was earned for the running period; null for none (FEN-02).</summary>
    public EarnedPlan? Earned { get; init; }

    /// <summary>The plan that was earned for the period that starts next; null for none.</summary>
    public EarnedPlan? EarnedNext { get; init; }

    /// <summary>The pause that is put off, as far as the customer's word is known; null for none (FLU-21).</summary>
    public PauseHold? Hold { get; init; }

    /// <summary>From when on it rests although its customer says that it has paid; null where its pause is not put off.</summary>
    public Instant? PauseHeldUntil => IsRunning && Hold is { } hold && hold.DueOn == PaidThrough ? hold.Until : null;

    /// <summary>What the running period is served under: the earned plan where it is higher than the one in force, at its list price.</summary>
    public PlanTerms EffectiveTerms => Earned is { } earned && earned.On == Period.Start && earned.Terms.Rank > Terms.Rank ? earned.Terms : Terms;

    /// <summary>A subscription that was ordered and awaits its first payment.</summary>
    public static SubscriptionState Order(SubscriptionId id, PlanTerms terms, SubscriptionPolicies policies, Instant now)
    {
        var today = policies.DateOf(now);
        var nothing = new DateRun(today, today);
        return new SubscriptionState(
            id, PlanSubscriptionStatus.AwaitingPayment, terms, null, today, new BillingAnchor(today), nothing, nothing, today, today, now, null,
            PauseRequested: false, CancelRequested: false, PausedOn: null, PausedPeriods: 0, EndedAt: null);
    }

    /// <summary>Whether periods follow one another.</summary>
    public bool IsRunning => Status is PlanSubscriptionStatus.Active or PlanSubscriptionStatus.PastDue;

    /// <summary>Whether the running period lies in what is paid for.</summary>
    public bool IsPaid => PaidThrough > Period.Start;

    /// <summary>Whether it rests because nobody paid for it (FLU-21): it goes on with the payment.</summary>
    public bool RestsUnpaid => Status == PlanSubscriptionStatus.AwaitingPayment && PausedOn > PaidThrough;

    /// <summary>Whether it rests while the next term is not paid, or does already: after a pause that was chosen it only waits for it (FLU-21).</summary>
    public bool RestsIfUnpaid => IsRunning || RestsUnpaid;

    /// <summary>The first day of the next term that is not paid for: after the running one, or later where that was paid ahead.</summary>
    public LocalDate NextTermOn => LocalDate.Max(Term.End, PaidThrough);

    /// <summary>What is in force once a temporary upgrade has gone back.</summary>
    public PlanTerms LastingTerms => RevertsTo ?? Terms;

    /// <summary>Whether that is the plan and the interval in force once a temporary upgrade has gone back, at whatever price (COM-04).</summary>
    internal bool IsLasting(PlanTerms terms) => terms.PlanKey == LastingTerms.PlanKey && terms.Interval == LastingTerms.Interval;

    /// <summary>What is in force in a term that begins on a day, as far as is known now.</summary>
    public PlanTerms TermsFrom(LocalDate termStart) => Scheduled is { } change && change.On <= termStart ? change.To : LastingTerms;

    /// <summary>The paid term after the running one, as far as is known now.</summary>
    public DateRun TermAfter => Anchor.TermFrom(Term.End, LastingTerms.Interval);

    /// <summary>
    /// The first day of the paid term in which a lower plan can begin: the next one, or the one after it where the period's end is the term's
    /// and something that was brought forward may still have to be repaid then (FLU-08).
    /// </summary>
    public LocalDate DowngradeOn(HourLedger ledger) =>
        PaidThrough > Term.End ? PaidThrough : Period.End >= Term.End && ledger.OwedMinutes + ledger.AdvancedMinutes > 0 ? TermAfter.End : Term.End;

    /// <summary>What the next period grants, as far as is known now; 0 when none follows.</summary>
    public int NextGrantMinutes(SubscriptionPolicies policies) =>
        !IsRunning || PauseRequested || EndsOn(policies) <= Period.End ? 0
        : NextGrantMinutes(Period.End >= Term.End ? TermsFrom(Period.End) : LastingTerms);

    /// <summary>What the next period grants under those terms: with the plan that was earned for it, if that is higher (FEN-02).</summary>
    internal int NextGrantMinutes(PlanTerms next) => EarnedNext is { } earned && earned.On == Period.End && earned.Terms.Rank > next.Rank
        ? Math.Max(next.MonthlyMinutes, earned.Terms.MonthlyMinutes)
        : next.MonthlyMinutes;

    /// <summary>The day on which the contracted term ends; the day it began where there is none (FEN-05).</summary>
    public LocalDate ContractEnd(ChangePolicy policy) => StartedOn.PlusMonths(policy.ContractedTermMonths);

    /// <summary>The day on which a cancellation that was asked for acts; null when none was.</summary>
    public LocalDate? EndsOn(SubscriptionPolicies policies) => CancelRequested ? CancellationDate(policies.Changes) : null;

    /// <summary>The day on which a cancellation would act: the end of the paid term in which the commitment ends (FLU-10, FEN-05).</summary>
    public LocalDate CancellationDate(ChangePolicy policy) => policy.Cancellation switch
    {
        ChangeMoment.EndOfPaidTerm => NextTermOn,
        ChangeMoment.EndOfContractedTerm => LocalDate.Max(NextTermOn, ContractEnd(policy)),
    };

    /// <summary>Up to when unpaid hours can be used and granted, exclusive.</summary>
    public Instant GraceEnd(SubscriptionPolicies policies) => policies.StartOf(PaidThrough.PlusDays(policies.Hours.GraceDays));

    /// <summary>Whether the hours of the account can be used as far as payment goes, or <see cref="PaymentOverdue"/>.</summary>
    public Result<Done> EnsureHoursUsable(SubscriptionPolicies policies, Instant now) =>
        RestsUnpaid || (Status == PlanSubscriptionStatus.PastDue && !IsPaid && now >= GraceEnd(policies)) ? new PaymentOverdue(PaidThrough) : Done.Value;
}
