using Microsoft.Extensions.Localization;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Hours;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Subscriptions;

namespace Storefront.Features.Dashboard;

/// <summary>What becomes of the hours next, in one sentence.</summary>
public static class HomeText
{
    public static string NextOfHours(
        IStringLocalizer<DashboardTexts> texts, ReaderFormat format, SubscriptionOverview? subscription, HourBalance balance)
    {
        if (subscription?.State is not { } state)
        {
            return texts["Next.NoPlan"];
        }

        if (state.Status is PlanSubscriptionStatus.Paused or PlanSubscriptionStatus.AwaitingPayment)
        {
            return texts["Next.Paused"];
        }

        if (subscription.IsBeingCharged)
        {
            return texts["Next.Charging"];
        }

        if (state.Status == PlanSubscriptionStatus.PastDue)
        {
            return texts["Next.PastDue"];
        }

        var boundary = format.Date(state.Period.End);
        if (state.NextGrantMinutes(subscription.Policies) is 0)
        {
            return texts[state.PauseRequested ? "Next.PauseAhead" : "Next.EndAhead", boundary];
        }

        var grant = format.Minutes(state.NextGrantMinutes(subscription.Policies));
        return balance.Expiring is { RollsOverMinutes: > 0 } expiring
            ? texts["Next.GrantAndRollover", boundary, grant, format.Minutes(expiring.RollsOverMinutes)]
            : texts["Next.Grant", boundary, grant];
    }
}
