using Storefront.Domain.Shared;

namespace Storefront.Features.Leaving;

/// <summary>A plan that goes on being paid has to be cancelled first.</summary>
public sealed record PlanStillRuns(string PlanKey) : Refusal
{
    public override string Code => "PLAN_STILL_RUNS";
}

/// <summary>What was typed to confirm is not what was asked for.</summary>
public sealed record ConfirmationDiffers : Refusal
{
    public override string Code => "CONFIRMATION_DIFFERS";
}
