using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;

namespace Storefront.Features.Payments.Gateways;

/// <summary>
/// A way in for money: Stripe's pages, the house's own bank account, or a bank's API in a folder of its own. What it takes in comes to
/// <see cref="OrderSettlement.ReceiveAsync"/>, whatever way it came.
/// </summary>
public interface IPaymentGateway
{
    /// <summary>Whether that method is paid through it; one that no gateway serves is not offered (TEC-03).</summary>
    bool Serves(PaymentMethod method);

    /// <summary>Whether it also takes what a plan's next terms cost, by itself. Through one that does not, a plan is sold only where the house asks for its next terms (FLU-21).</summary>
    bool Renews { get; }

    /// <summary>
    /// Makes an order payable: what is due of it now, at the address where the customer pays or reads how to. Asked again, it gives the same
    /// while that can be used. No transaction is open when it is called.
    /// </summary>
    /// <param name="account">Whose order it is.</param>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The order with the address, without one when there is nothing to be paid any more; or why it cannot be paid.</returns>
    Task<Result<CheckoutStarted>> OpenAsync(AccountId account, OrderId order, CancellationToken cancellationToken);

    /// <summary>Makes sure that nobody pays the order any more by what was opened for it. What was paid just before is taken in.</summary>
    /// <param name="order">The order as it was read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<Result<Done>> CloseAsync(Order order, CancellationToken cancellationToken);

    /// <summary>Whether that payment came through it.</summary>
    bool Took(Payment payment);

    /// <summary>Gives money of a payment back, or has staff give it back. What came of it is told as it becomes known.</summary>
    /// <param name="payment">A payment that came through this gateway.</param>
    /// <param name="amount">How much, up to what is left of it.</param>
    /// <param name="idempotencyKey">Under which it is done once.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<Result<Done>> RefundAsync(Payment payment, Money amount, string idempotencyKey, CancellationToken cancellationToken);
}
