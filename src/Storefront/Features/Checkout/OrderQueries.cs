using NodaTime;
using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
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
    /// <param name="reference">Such as `FLUNT-1000`.</param>
    /// <param name="account">Whose it is.</param>
    /// <param name="orders">Finds it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = ["billing:read"])]
    public static async Task<OrderInfo?> OrderAsync(
        string reference, [Parent] AccountView account, OrderReader orders, CancellationToken cancellationToken) =>
        await orders.FindAsync(account.AccountId, reference, cancellationToken) is { } order ? OrderInfo.Of(order) : null;
}

/// <summary>What was ordered, at the price it was ordered at.</summary>
/// <param name="Reference">What it is quoted by.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Plan">The plan as it was sold.</param>
/// <param name="Interval">The term that it buys; `ONCE` for work beyond the hours.</param>
/// <param name="Price">The list price, net: what the terms after the first cost.</param>
/// <param name="Earned">The plan that had been earned and whose list price was taken off the first term; null where nothing was.</param>
/// <param name="Amount">What is asked for, net.</param>
/// <param name="Tax">The tax on it.</param>
/// <param name="Total">What is to be paid.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="OrderedAt">When it was placed.</param>
/// <param name="ExpiresAt">From when on it cannot be paid.</param>
/// <param name="SettledAt">When it was paid, expired or was withdrawn; null while it waits.</param>
/// <param name="DeclineCode">Why the last card was declined, as Stripe's code; null when none was.</param>
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
    string? DeclineCode)
{
    internal static OrderInfo Of(OrderView order) => new(
        order.Reference, order.Purpose, order.Plan, order.Interval, order.Price, order.Earned, order.Net, order.Tax, order.Total, order.Status, order.OrderedAt,
        order.ExpiresAt, order.SettledAt, order.DeclineCode);
}
