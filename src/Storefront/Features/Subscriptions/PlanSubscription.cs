using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;

namespace Storefront.Features.Subscriptions;

/// <summary>
/// A stored <see cref="SubscriptionState"/>, with who pays how. Its policies are read from the version of the handbook that it was sold under,
/// until its plan changes (COM-04).
/// </summary>
public sealed class PlanSubscription
{
    public required AccountId AccountId { get; init; }

    public required SubscriptionId Id { get; init; }

    /// <summary>Hash of the handbook it was sold under.</summary>
    public required string HandbookVersion { get; set; }

    /// <summary>Hash of the handbook under which the scheduled change was agreed; null without one.</summary>
    public string? ScheduledHandbookVersion { get; set; }

    /// <summary>By the handbook's key.</summary>
    public required string PaymentMethod { get; set; }

    public required Instant CreatedAt { get; init; }

    public string? StripeSubscriptionId { get; set; }

    public string? StripeSubscriptionItemId { get; set; }

    public PlanSubscriptionStatus Status { get; set; }

    /// <summary>The plan in force.</summary>
    public string PlanKey { get; set; } = "";

    public int Rank { get; set; }

    public int MonthlyMinutes { get; set; }

    public BillingInterval Interval { get; set; }

    /// <summary>Net price of one paid term.</summary>
    public Money Price { get; set; }

    /// <summary>What a temporary upgrade goes back to; null when none runs.</summary>
    public PlanTerms? RevertsTo { get; set; }

    public LocalDate StartedOn { get; set; }

    public LocalDate Anchor { get; set; }

    public LocalDate PeriodStart { get; set; }

    /// <summary>The day after the period's last.</summary>
    public LocalDate PeriodEnd { get; set; }

    public LocalDate TermStart { get; set; }

    /// <summary>The day after the term's last.</summary>
    public LocalDate TermEnd { get; set; }

    public LocalDate PaidThrough { get; set; }

    public LocalDate GrantedThrough { get; set; }

    public Instant CoveredAt { get; set; }

    public ScheduledChange? Scheduled { get; set; }

    public bool PauseRequested { get; set; }

    public bool CancelRequested { get; set; }

    public LocalDate? PausedOn { get; set; }

    public int PausedPeriods { get; set; }

    public Instant? EndedAt { get; set; }

    /// <summary>The plan that was earned for the running period; null for none (FEN-02).</summary>
    public EarnedPlan? Earned { get; set; }

    /// <summary>The plan that was earned for the period that starts next; null for none.</summary>
    public EarnedPlan? EarnedNext { get; set; }

    /// <summary>The subscription as the rules know it.</summary>
    public SubscriptionState ToDomain() => new(
        Id,
        Status,
        new PlanTerms(PlanKey, Rank, MonthlyMinutes, Interval, Price),
        RevertsTo,
        StartedOn,
        new BillingAnchor(Anchor),
        new DateRun(PeriodStart, PeriodEnd),
        new DateRun(TermStart, TermEnd),
        PaidThrough,
        GrantedThrough,
        CoveredAt,
        Scheduled,
        PauseRequested,
        CancelRequested,
        PausedOn,
        PausedPeriods,
        EndedAt)
    {
        Earned = Earned,
        EarnedNext = EarnedNext,
    };

    /// <summary>Takes over what rules made of it.</summary>
    /// <returns>The row itself.</returns>
    public PlanSubscription Update(SubscriptionState subscription)
    {
        Status = subscription.Status;
        (PlanKey, Rank, MonthlyMinutes, Interval, Price) = subscription.Terms;
        RevertsTo = subscription.RevertsTo;
        StartedOn = subscription.StartedOn;
        Anchor = subscription.Anchor.Date;
        (PeriodStart, PeriodEnd) = (subscription.Period.Start, subscription.Period.End);
        (TermStart, TermEnd) = (subscription.Term.Start, subscription.Term.End);
        PaidThrough = subscription.PaidThrough;
        GrantedThrough = subscription.GrantedThrough;
        CoveredAt = subscription.CoveredAt;
        Scheduled = subscription.Scheduled;
        PauseRequested = subscription.PauseRequested;
        CancelRequested = subscription.CancelRequested;
        PausedOn = subscription.PausedOn;
        PausedPeriods = subscription.PausedPeriods;
        EndedAt = subscription.EndedAt;
        Earned = subscription.Earned;
        EarnedNext = subscription.EarnedNext;
        return this;
    }
}
