using Storefront.Store;
using Storefront.Store.DueWork;

namespace Storefront.Features.Checkout;

/// <summary>
/// Closes the payment page of an order that nobody may pay any more. Who was faster has paid all the same, and it becomes credit.
/// </summary>
internal sealed class ClosePaymentPage(PaymentPages pages) : IDueWorkHandler
{
    /// <summary>Its subject is Stripe's id of the page.</summary>
    public const string DueWorkKind = "checkout.close-page";

    /// <summary>Has the page closed once the transaction is through; nothing where none is open. Before the order is changed, which forgets it.</summary>
    internal static Task ScheduleAsync(AccountScope scope, Order order, CancellationToken cancellationToken) =>
        order is { CheckoutUrl: not null, StripeSessionId: { } session }
            ? scope.ScheduleAsync(DueWorkKind, $"close-page:{session}", scope.Now, scope.AccountId, session, cancellationToken)
            : Task.CompletedTask;

    public Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken) => pages.CloseAsync(work.Subject!, cancellationToken);
}
