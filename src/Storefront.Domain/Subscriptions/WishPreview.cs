using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>What an owner can ask of a subscription besides another plan.</summary>
public enum WishKind
{
    /// <summary>A pause from the next billing period on.</summary>
    Pause,

    /// <summary>The end of a pause, or of the wish for one.</summary>
    Resume,

    /// <summary>The end, when what was paid for or committed to is over.</summary>
    Cancel,

    /// <summary>A cancellation taken back.</summary>
    Keep,

    /// <summary>A scheduled change taken back.</summary>
    DropChange,
}

/// <summary>What a wish would do, exactly: shown, sealed and confirmed, and what is confirmed is what happens. Days are the house's.</summary>
/// <param name="Kind">What is asked for.</param>
/// <param name="EffectiveOn">The day on which it acts.</param>
/// <param name="ActsAtOnce">Whether it acts when it is confirmed.</param>
/// <param name="MinutesNow">What is granted on confirming.</param>
/// <param name="MinutesAtRenewal">What the next billing period grants; 0 when none follows.</param>
/// <param name="LapsingMinutes">What lapses on that day, or at the end of the running period, if nothing more is used.</param>
/// <param name="LapsesOn">The day on which it lapses; null when there is nothing.</param>
/// <param name="NextPaymentOn">The day of the next payment; null when none is asked for.</param>
/// <param name="NextPayment">What that comes to, net; nothing without one.</param>
/// <param name="NextPaymentTax">The tax on it.</param>
/// <param name="PaidPeriodsKept">Paid periods that are kept for after a pause.</param>
public sealed record WishPreview(
    WishKind Kind,
    LocalDate EffectiveOn,
    bool ActsAtOnce,
    int MinutesNow,
    int MinutesAtRenewal,
    int LapsingMinutes,
    LocalDate? LapsesOn,
    LocalDate? NextPaymentOn,
    Money NextPayment,
    Money NextPaymentTax,
    int PaidPeriodsKept);
