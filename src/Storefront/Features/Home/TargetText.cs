using Microsoft.Extensions.Localization;
using Storefront.Domain.Tickets;
using Storefront.Features.Shared.Localization;

namespace Storefront.Features.Home;

/// <summary>A promise in words: "work starts within 4 business hours".</summary>
public static class TargetText
{
    public static string Write(IStringLocalizer texts, TargetPolicy target) => target.Within.Unit == TargetUnit.EndOfBusinessWeek
        ? texts[$"Target.{target.Kind}", texts["Within.EndOfBusinessWeek"]]
        : texts[$"Target.{target.Kind}", texts.Plural($"Within.{target.Within.Unit}", target.Within.Amount)];
}
