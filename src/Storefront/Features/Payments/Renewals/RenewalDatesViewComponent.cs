using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Plans;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Checkout;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Payments.Renewals;

/// <summary>When the account's plan is to be paid next, and what happens otherwise. Nothing for a plan that is charged by itself.</summary>
public sealed class RenewalDatesViewComponent(SubscriptionReader subscriptions, CurrentViewer current) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() =>
        current.Viewer?.AccountId is { } account
        && await subscriptions.ReadAsync(account, HttpContext.RequestAborted) is { } overview
        && RenewalDatesView.Of(overview) is { } dates
            ? View("/Features/Payments/Renewals/_Dates.cshtml", dates)
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

    /// <summary>Those of a plan's next term; null where none is asked for by hand.</summary>
    internal static RenewalDatesView? Of(SubscriptionOverview plan) => plan.Renewal is not { } dates ? null : new RenewalDatesView(dates, plan.RenewalOrder)
    {
        PausedOn = plan.State.RestsUnpaid ? plan.State.PausedOn : null,
        BuysTerm = plan.State.RestsIfUnpaid,
        HeldUntil = plan.State.PauseHeldUntil,
    };

    /// <summary>Those of an order that renews a plan, by the rules that the plan was sold under; null where it is asked for by hand no more.</summary>
    internal static RenewalDatesView? Of(OrderView order, LocalDate dueOn, SubscriptionOverview plan) => plan.Policies.Renewal is not { } policy ? null
        : new RenewalDatesView(RenewalDates.Of(dueOn, policy, plan.Policies.Hours.GraceDays), order.Reference)
        {
            ShowsOrder = false,
            BuysTerm = order.BuysTerm && plan.State.RestsIfUnpaid,
            HeldUntil = order.BuysTerm ? plan.State.PauseHeldUntil : null,
        };

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
