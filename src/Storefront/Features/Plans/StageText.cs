using Microsoft.Extensions.Localization;
using Storefront.Domain.Projects;
using Storefront.Features.Shared.Localization;

namespace Storefront.Features.Plans;

/// <summary>A stage's times in words: "3 business days, then up to 2 notices, then an alert, and suspension 5 business days later".</summary>
public static class StageText
{
    public static string Write(IStringLocalizer texts, ProjectStage stage) => string.Join(", ", Parts(texts, stage));

    private static IEnumerable<string> Parts(IStringLocalizer texts, ProjectStage stage)
    {
        if (stage.Within is { } within)
        {
            yield return within.Unit == StageUnit.PackageDelivery
                ? texts[$"Stages.Within.{within.Unit}"]
                : texts.Plural($"Stages.Within.{within.Unit}", within.Amount);
        }

        if (stage.Notices is { } notices)
        {
            yield return texts.Plural("Stages.Notices", notices.Count);
        }

        if (stage.AlertBusinessDays is { } days)
        {
            yield return texts.Plural("Stages.Suspension", days);
        }

        if (stage.Needs.Contains(StageNeed.FullPayment))
        {
            yield return texts["Stages.FullPayment"];
        }
    }
}
