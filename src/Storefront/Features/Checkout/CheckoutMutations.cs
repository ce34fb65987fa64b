using Storefront.Domain.Orders;
using Storefront.Domain.Plans;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Features.Api;
using Storefront.Features.Subscriptions;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Checkout;

/// <summary>Buying through the API.</summary>
[MutationType]
public static class CheckoutMutations
{
    /// <summary>
    /// Orders a plan or a package and opens its payment page. The order keeps its price until it expires; asked again with the same key, it gives the
    /// page of the same order, or another one when that has expired. An order that costs nothing is paid at once and has no page. For owners.
    /// </summary>
    /// <param name="planKey">The plan's key, such as `business`; null for a package.</param>
    /// <param name="interval">The term that is paid for; `ONCE`, or null, for a package.</param>
    /// <param name="currency">One of the house's currencies.</param>
    /// <param name="method">The payment method, by the house's key, such as `card` or `transfer`.</param>
    /// <param name="idempotencyKey">The caller's own key, 1 to 255 characters: nothing is ordered twice under it.</param>
    /// <param name="packageKey">The package's key, such as `website`; null for a plan.</param>
    /// <param name="designKey">The key of the package's design, where it has any.</param>
    /// <param name="platformKey">The key of the platform, where the package leaves it open.</param>
    /// <param name="viewer">Who buys.</param>
    /// <param name="action">Does it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = ["billing:write"])]
    [Cost(20)]
    [Error<UnknownPlan>]
    [Error<UnknownPackage>]
    [Error<DesignNotOffered>]
    [Error<PlatformNotOffered>]
    [Error<ChoiceNotClear>]
    [Error<PriceNotOffered>]
    [Error<CurrencyNotOffered>]
    [Error<PaymentMethodNotOffered>]
    [Error<OwnersOnly>]
    [Error<SubscriptionAlreadyRuns>]
    [Error<EarnedPlanServes>]
    [Error<IdempotencyKeyNotValid>]
    [Error<IdempotencyKeyReused>]
    [Error<PaymentPageUnavailable>]
    [Error<NotFound>]
    public static async Task<Result<CheckoutView>> StartCheckoutAsync(
        string? planKey,
        BillingInterval? interval,
        Currency currency,
        string method,
        string idempotencyKey,
        string? packageKey,
        string? designKey,
        string? platformKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        StartCheckout action,
        CancellationToken cancellationToken) =>
        (await action.HandleAsync(
            new StartCheckoutInput(planKey, interval ?? BillingInterval.Once, currency.Code, method, idempotencyKey)
            {
                PackageKey = packageKey,
                DesignKey = designKey,
                PlatformKey = platformKey,
            },
            viewer,
            cancellationToken)).Map(started => new CheckoutView(started.Reference, started.Status, started.Url?.ToString()));
}

/// <summary>Paying what was ordered before, through the API.</summary>
[MutationType]
public static class OrderMutations
{
    /// <summary>
    /// Opens the payment page of an order that awaits its payment: the same one while it can be used, otherwise another at the same price. For
    /// owners.
    /// </summary>
    /// <param name="reference">The order's reference, such as `FLUNT-1000`.</param>
    /// <param name="method">Another way to pay than was chosen with the order, by the house's key; null for that one.</param>
    /// <param name="viewer">Who pays.</param>
    /// <param name="action">Does it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = ["billing:write"])]
    [Cost(20)]
    [Error<OwnersOnly>]
    [Error<SubscriptionAlreadyRuns>]
    [Error<SubscriptionNotReady>]
    [Error<PaymentOverdue>]
    [Error<OrderNotPayable>]
    [Error<OrderNothingDue>]
    [Error<PaymentMethodNotOffered>]
    [Error<PaymentPageUnavailable>]
    [Error<NotFound>]
    public static async Task<Result<CheckoutView>> PayOrderAsync(
        string reference, string? method, [GlobalState(ApiViewer.Key)] Viewer viewer, OpenPaymentPage action, CancellationToken cancellationToken) =>
        (await action.HandleAsync(reference, method, viewer, cancellationToken)) switch
        {
            { Refusal: OrderExpired or OrderAlreadyPaid or OrderCanceled or OrderRefunded } => new OrderNotPayable(reference),
            var opened => opened.Map(page => new CheckoutView(page.Reference, page.Status, page.Url?.ToString())),
        };
}

/// <summary>An order, and where it is paid.</summary>
/// <param name="Reference">The reference that people quote it by, such as `FLUNT-1000`.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Url">The payment page, for a browser; null when there is nothing to be paid any more.</param>
[ObjectType("Checkout")]
public sealed record CheckoutView(string Reference, OrderStatus Status, string? Url);
