using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;

namespace Storefront.Features.Checkout;

/// <summary>What the account has ordered.</summary>
[ExtendObjectType<AccountView>]
public static class OrderQueries
{
    /// <summary>The orders, the latest first; at most a hundred.</summary>
    [Authorize(Scopes = ["billing:read"])]
    [ListSize(AssumedSize = 20)]
    public static async Task<IReadOnlyList<OrderInfo>> OrdersAsync([Parent] AccountView account, OrderReader orders, CancellationToken cancellationToken) =>
        [.. (await orders.ListAsync(account.AccountId, cancellationToken)).Select(OrderInfo.Of)];

    /// <summary>The order of that reference; null when the account has none.</summary>
    /// <param name="reference">The order's reference, such as `FLUNT-1000`.</param>
    /// <param name="account">Whose it is.</param>
    /// <param name="orders">Finds it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = ["billing:read"])]
    public static async Task<OrderInfo?> OrderAsync(
        string reference, [Parent] AccountView account, OrderReader orders, CancellationToken cancellationToken) =>
        await orders.FindAsync(account.AccountId, reference, cancellationToken) is { } order ? OrderInfo.Of(order) : null;
}

/// <summary>What was ordered, at the price it was ordered at.</summary>
/// <param name="Reference">The reference that people quote it by, such as `FLUNT-1000`.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Plan">The plan as it was sold; null for an order of something else.</param>
/// <param name="Interval">The term that it buys; `ONCE` for what renews nothing.</param>
/// <param name="Price">The list price, net: what the terms after the first cost.</param>
/// <param name="Earned">The plan that had been earned and whose list price was taken off the first term; null where nothing was.</param>
/// <param name="Amount">What is asked for, net.</param>
/// <param name="Tax">The tax on it.</param>
/// <param name="Total">What is to be paid, tax included.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="OrderedAt">When it was placed.</param>
/// <param name="ExpiresAt">From when on it cannot be paid; null when it does not expire.</param>
/// <param name="SettledAt">When it was paid, expired or was withdrawn; null while it waits.</param>
/// <param name="DeclineCode">Why the last card was declined, as Stripe's code; null when none was.</param>
/// <param name="Package">The package as it was sold; null for anything else.</param>
/// <param name="Design">The design that was chosen with the package; null where there is none.</param>
/// <param name="Platform">The platform that the package is built on; null for anything else.</param>
/// <param name="TicketNumber">The number of the ticket whose quote it pays; null for anything else.</param>
/// <param name="Method">How it is paid, by the house's key; null for a way that the house no longer has.</param>
/// <param name="Paid">What came so far.</param>
/// <param name="DueNow">What can be paid now; of an order in parts, first the one due with the order.</param>
/// <param name="Left">What is still to be paid in all.</param>
/// <param name="BalanceDueAt">When the rest was asked for; null where there is none or it was not yet.</param>
/// <param name="RenewalDueOn">The day on which a renewal is due, the first of its term; null for what is none.</param>
/// <param name="Parts">The parts in which it is paid; empty where it is paid at once.</param>
[ObjectType("Order")]
public sealed record OrderInfo(
    string Reference,
    OrderPurpose Purpose,
    Plan? Plan,
    BillingInterval Interval,
    Money Price,
    Plan? Earned,
    Money Amount,
    Money Tax,
    Money Total,
    OrderStatus Status,
    Instant OrderedAt,
    Instant? ExpiresAt,
    Instant? SettledAt,
    string? DeclineCode,
    Package? Package,
    PackageDesign? Design,
    Platform? Platform,
    int? TicketNumber,
    string? Method,
    Money Paid,
    Money DueNow,
    Money Left,
    Instant? BalanceDueAt,
    LocalDate? RenewalDueOn,
    IReadOnlyList<OrderPartInfo> Parts)
{
    internal static OrderInfo Of(OrderView order) => new(
        order.Reference, order.Purpose, order.Plan, order.Interval, order.Price, order.Earned, order.Net, order.Tax, order.Total, order.Status, order.OrderedAt,
        order.ExpiresAt, order.SettledAt, order.DeclineCode, order.Package, order.Design, order.Platform, order.TicketNumber, order.Method?.Key, order.State.Paid,
        order.State.DueNow, order.State.Left, order.BalanceDueAt, order.RenewalDueOn,
        [.. order.Parts.Select(part => new OrderPartInfo(part.Part.Key, part.Part.Name, part.Part.Due, part.Amount, part.Paid))]);
}

/// <summary>A part in which an order is paid.</summary>
/// <param name="Key">Its name for programs.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Due">When it is asked for.</param>
/// <param name="Amount">What it comes to, tax included.</param>
/// <param name="Paid">How much of it came.</param>
[ObjectType("OrderPart")]
public sealed record OrderPartInfo(string Key, LocalizedText Name, PartDue Due, Money Amount, Money Paid);
