using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>
/// What a change of plan would do, exactly: it is shown, sealed and confirmed, and what is confirmed is what happens. Amounts are net, with
/// their tax beside them.
/// </summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Kind">What sort of change it is.</param>
/// <param name="From">What is in force.</param>
/// <param name="To">What the change makes of it at once, or with the later paid term.</param>
/// <param name="Then">What follows with the next paid term, where an upgrade also switches the interval; null otherwise.</param>
/// <param name="EffectiveOn">The day on which it acts.</param>
/// <param name="ActsAtOnce">Whether it acts when it is confirmed.</param>
/// <param name="EndsOn">The day on which a temporary upgrade goes back; null for others (FLU-06).</param>
/// <param name="Lines">What is to be paid and when, in order.</param>
/// <param name="MoneyNow">What is asked for on confirming.</param>
/// <param name="NextInvoiceOn">The day of the next invoice; null when there is none to come.</param>
/// <param name="MoneyOnNextInvoice">What that invoice comes to.</param>
/// <param name="RenewsOn">The first day of the next paid term.</param>
/// <param name="MoneyAtRenewal">What is asked for then.</param>
/// <param name="MinutesNow">What is granted on confirming.</param>
/// <param name="MinutesAtRenewal">What the next billing period grants.</param>
/// <param name="LapsingMinutes">What lapses at the end of the running period if nothing more is used, after rollover.</param>
/// <param name="PreviewedAt">When it was made.</param>
/// <param name="ValidUntil">Until when it may be confirmed, exclusive.</param>
public sealed record ChangePreview(
    SubscriptionId SubscriptionId,
    PlanChangeKind Kind,
    PlanTerms From,
    PlanTerms To,
    PlanTerms? Then,
    LocalDate EffectiveOn,
    bool ActsAtOnce,
    LocalDate? EndsOn,
    ImmutableArray<ChangeLine> Lines,
    ChangeTotal MoneyNow,
    LocalDate? NextInvoiceOn,
    ChangeTotal MoneyOnNextInvoice,
    LocalDate RenewsOn,
    ChangeTotal MoneyAtRenewal,
    int MinutesNow,
    int MinutesAtRenewal,
    int LapsingMinutes,
    Instant PreviewedAt,
    Instant ValidUntil)
{
    /// <summary>When it acts, seen from when it was made.</summary>
    public Instant EffectiveAt(SubscriptionPolicies policies) => ActsAtOnce ? PreviewedAt : policies.StartOf(EffectiveOn);
}
