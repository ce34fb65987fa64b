using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Features.Hours;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Shared.Localization;
using Storefront.Features.Subscriptions;

namespace Storefront.Features.Dashboard;

/// <summary>What a customer may want to do next, the most pressing first.</summary>
public sealed class NextSteps(Handbook handbook, IStringLocalizer<DashboardTexts> texts, ReaderFormat format)
{
    /// <summary>Below a tenth of the period's hours it is time to think of more.</summary>
    private const int LowShare = 10;

    private static readonly Duration Soon = Duration.FromDays(7);

    public IEnumerable<NextStep> Of(SubscriptionOverview? subscription, HourBalance balance, TicketSummary tickets, OrderView? order)
    {
        if (order is not null && subscription is null)
        {
            yield return new NextStep("card", texts["Step.Pay"], $"/orders/{order.Reference}", IsPressing: true);
        }
        else if (subscription is null && handbook.SellsPlans)
        {
            yield return new NextStep("layers", texts["Step.Buy"], "/plans", IsPressing: true);
            yield break;
        }

        if (subscription is { RenewalOrder: { } renewal })
        {
            yield return new NextStep("card", texts["Step.Pay"], $"/orders/{renewal}", IsPressing: true);
        }
        else if (subscription is { State.Status: PlanSubscriptionStatus.PastDue, IsBeingCharged: false })
        {
            yield return new NextStep("alert", texts["Step.PastDue"], "/subscription", IsPressing: true);
        }

        if (tickets.Waiting > 0)
        {
            yield return new NextStep("chat", texts.Plural("Step.Answer", tickets.Waiting), "/tickets", IsPressing: true);
        }

        if (subscription is { State.Status: PlanSubscriptionStatus.Paused })
        {
            yield return new NextStep("play", texts["Step.Resume"], "/subscription", IsPressing: false);
        }
        else if (subscription is { State.IsRunning: true } && IsLow(balance))
        {
            yield return new NextStep("bolt", texts["Step.Upgrade"], "/subscription/change", IsPressing: true);
        }

        if (balance.Expiring is { Minutes: > 0 } expiring && expiring.At - balance.AsOf < Soon)
        {
            yield return new NextStep("clock", texts["Step.UseBefore", format.Minutes(expiring.Minutes), format.Date(expiring.At)], "/hours", IsPressing: false);
        }

        if (!handbook.SellsPlans)
        {
            yield return new NextStep("card", texts["Step.SeeOffer"], "/plans", IsPressing: false);
        }

        if (subscription is not null || !handbook.SellsPlans)
        {
            yield return new NextStep("plus", texts["Step.Open"], "/tickets/new", IsPressing: false);
        }
    }

    private static bool IsLow(HourBalance balance) =>
        balance.AvailableMinutes * LowShare <= balance.AvailableMinutes + balance.UsedMinutes + balance.HeldMinutes;
}

/// <param name="Icon">Name of a picture.</param>
/// <param name="Text">What to do.</param>
/// <param name="Path">Where it is done.</param>
/// <param name="IsPressing">Whether something stands still until it is done.</param>
public sealed record NextStep(string Icon, string Text, string Path, bool IsPressing);
