using System.Collections.Immutable;
using Storefront.Features.Accounts;
using Storefront.Features.Checkout;
using Storefront.Features.Hours;
using Storefront.Features.Payments;
using Storefront.Features.Subscriptions;

namespace Storefront.Features.Desk;

/// <summary>A customer as the desk shows it.</summary>
/// <param name="Account">The account.</param>
/// <param name="Customer">Its plan and what is left of its hours.</param>
/// <param name="Subscription">The subscription that has not ended; null without one.</param>
/// <param name="People">Its members.</param>
/// <param name="Lots">The hours that can be used, those that end first before the others.</param>
/// <param name="Entries">The latest lines of the ledger, the latest first.</param>
/// <param name="Tickets">Its tickets, the latest first.</param>
/// <param name="Orders">What it ordered, the latest first.</param>
/// <param name="Payments">What it paid or tried to, the latest first.</param>
public sealed record DeskAccountDetails(
    Account Account,
    DeskAccount Customer,
    PlanSubscription? Subscription,
    IReadOnlyList<DeskPerson> People,
    ImmutableArray<HourLotRow> Lots,
    IReadOnlyList<HourEntryRow> Entries,
    IReadOnlyList<DeskEntry> Tickets,
    IReadOnlyList<Order> Orders,
    IReadOnlyList<Payment> Payments);
