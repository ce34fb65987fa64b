using Microsoft.Extensions.Localization;
using Storefront.Domain.Tickets;
using Storefront.Features.Shared.Localization;

namespace Storefront.Features.Home;

/// <summary>A promise in words: "work starts within 4 business hours".</summary>
public static class TargetText
{
    /// <param name="texts">Those of the home page.</param>
    /// <param name="promises">Of one class and kind: one for all plans, or one a plan, which is told from the best to the least (FEN-16).</param>
    public static string Write(IStringLocalizer texts, IEnumerable<TargetPolicy> promises)
    {
        var byTime = promises.OrderBy(promise => promise.Within.Amount).ToList();
        var (best, least) = (byTime[0], byTime[^1]);
        return best.Within == least.Within
            ? texts[$"Target.{best.Kind}", Within(texts, best.Within)]
            : texts["Target.ByPlan", texts[$"Target.{best.Kind}", texts[$"Within.Range.{best.Within.Unit}", best.Within.Amount, least.Within.Amount]]];
    }

    private static string Within(IStringLocalizer texts, TargetDuration within) => within.Unit == TargetUnit.EndOfBusinessWeek
        ? texts["Within.EndOfBusinessWeek"]
        : texts.Plural($"Within.{within.Unit}", within.Amount);
}
