using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>The subscription is not in a state in which this can be asked for.</summary>
/// <param name="Status">The state it is in.</param>
public sealed record SubscriptionNotReady(PlanSubscriptionStatus Status) : Refusal
{
    public override string Code => "SUBSCRIPTION_NOT_READY";
}

/// <summary>A payment is missing.</summary>
/// <param name="PaidThrough">The day after the last that is paid for.</param>
public sealed record PaymentOverdue(LocalDate PaidThrough) : Refusal
{
    public override string Code => "PAYMENT_OVERDUE";
}

/// <summary>What is asked for is what is already in force or already scheduled.</summary>
/// <param name="PlanKey">The plan.</param>
public sealed record NothingToChange(string PlanKey) : Refusal
{
    public override string Code => "NOTHING_TO_CHANGE";
}

/// <summary>A running subscription stays in the currency it was bought in.</summary>
/// <param name="CurrencyCode">That currency.</param>
public sealed record CurrencyCannotChange(string CurrencyCode) : Refusal
{
    public override string Code => "CURRENCY_CANNOT_CHANGE";
}

/// <summary>Only a higher plan for the same interval can be taken for a while, and only where the house offers it (FLU-06).</summary>
/// <param name="PlanKey">The plan.</param>
public sealed record TemporaryUpgradeNotPossible(string PlanKey) : Refusal
{
    public override string Code => "TEMPORARY_UPGRADE_NOT_POSSIBLE";
}

/// <summary>The customer is committed until a day (FEN-05).</summary>
/// <param name="Date">The first day on which it can be done.</param>
public sealed record CommittedUntil(LocalDate Date) : Refusal
{
    public override string Code => "COMMITTED_UNTIL";
}

/// <summary>The house does not offer pauses.</summary>
public sealed record PauseNotOffered : Refusal
{
    public override string Code => "PAUSE_NOT_OFFERED";
}
