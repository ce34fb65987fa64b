using NodaTime;
using Storefront.Domain.Calendars;
using Storefront.Domain.Shared;
using Storefront.Features.Subscriptions;

namespace Storefront.Features.Checkout;

/// <summary>What a payment did to an order.</summary>
/// <param name="Order">The order, tracked.</param>
/// <param name="Applied">What of the payment went to it.</param>
/// <param name="Surplus">What is more than was owed; the caller keeps it as the account's credit.</param>
/// <param name="Subscription">The subscription that began or changed with it; null where none did.</param>
public sealed record OrderReceived(Order Order, Money Applied, Money Surplus, PlanSubscription? Subscription)
{
    /// <summary>The term that a renewal paid; null for anything else.</summary>
    public DateRun? Renewed { get; init; }

    /// <summary>The first day of the term that was paid; null where none was.</summary>
    public LocalDate? TermStart => Renewed?.Start ?? Subscription?.TermStart;

    /// <summary>The day after the last of the term that was paid.</summary>
    public LocalDate? TermEnd => Renewed?.End ?? Subscription?.TermEnd;
}
