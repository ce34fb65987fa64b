using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Subscriptions;

/// <summary>Until that day the account has a plan that it earned and that serves as well, so nothing would be bought (FEN-02).</summary>
/// <param name="PlanKey">The earned plan.</param>
/// <param name="Until">The first day on which it no longer does.</param>
public sealed record EarnedPlanServes(string PlanKey, LocalDate Until) : Refusal
{
    public override string Code => "EARNED_PLAN_SERVES";
}
