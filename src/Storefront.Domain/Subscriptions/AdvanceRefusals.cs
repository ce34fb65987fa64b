using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>The house does not bring hours forward.</summary>
public sealed record AdvancesNotOffered : Refusal
{
    public override string Code => "ADVANCES_NOT_OFFERED";
}

/// <summary>No period follows the running one from which hours could be brought forward (FLU-08).</summary>
/// <param name="EndsOn">The day after the running period's last.</param>
public sealed record NoPeriodFollows(LocalDate EndsOn) : Refusal
{
    public override string Code => "NO_PERIOD_FOLLOWS";
}
