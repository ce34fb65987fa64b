using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Payments.Renewals;

/// <summary>When the account's plan is to be paid next, and what happens otherwise. Nothing for a plan that is charged by itself.</summary>
public sealed class RenewalDatesViewComponent(SubscriptionReader subscriptions, CurrentViewer current) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() =>
        current.Viewer?.AccountId is { } account
        && await subscriptions.ReadAsync(account, HttpContext.RequestAborted) is { Renewal: { } dates } overview
            ? View("/Features/Payments/Renewals/_Dates.cshtml", new RenewalDatesView(dates, overview.RenewalOrder)
            {
                PausedOn = overview.State.RestsUnpaid ? overview.State.PausedOn : null,
                BuysTerm = overview.State.IsRunning || overview.State.RestsUnpaid,
                HeldUntil = overview.State.PauseHeldUntil,
            })
            : Content("");
}

/// <summary>The dates of a payment as they are shown.</summary>
/// <param name="Dates">The dates.</param>
/// <param name="Order">The order that asks for it; null while none does.</param>
public sealed record RenewalDatesView(RenewalDates Dates, string? Order)
{
    /// <summary>Whether they hold only if it is paid today.</summary>
    public bool IsEstimate { get; init; }

    /// <summary>Whether a term is paid, which pauses when it is not.</summary>
    public bool BuysTerm { get; init; } = true;

    /// <summary>Whether the way to the order is shown: not on the order itself.</summary>
    public bool ShowsOrder { get; init; } = true;

    /// <summary>What follows if the first term is paid at that instant; null where the house asks for nothing by hand.</summary>
    internal static RenewalDatesView? IfPaidOn(Handbook house, Instant at, BillingInterval interval)
    {
        if (house.Billing.Renewals is not { } policy || interval == BillingInterval.Once)
        {
            return null;
        }

        var anchor = new BillingAnchor(at.InZone(house.Zone).Date);
        return new RenewalDatesView(RenewalDates.Of(anchor.TermFrom(anchor.Date, interval).End, policy, house.Hours.GraceDays), Order: null) { IsEstimate = true };
    }

    /// <summary>Until when the pause is put off, because the customer says that it has paid; null where it is not.</summary>
    public Instant? HeldUntil { get; init; }

    /// <summary>Since when the plan rests unpaid; null while it does not.</summary>
    public LocalDate? PausedOn { get; init; }
}
