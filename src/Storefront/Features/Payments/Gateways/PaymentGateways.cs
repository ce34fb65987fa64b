using Storefront.Domain.Houses;
using Storefront.Domain.Orders;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Store;

namespace Storefront.Features.Payments.Gateways;

/// <summary>The ways in for money that this storefront has, and the house's methods that go through them.</summary>
public sealed class PaymentGateways(IEnumerable<IPaymentGateway> gateways, Handbooks handbooks)
{
    /// <summary>The ways to pay such an order in that currency that something serves, the preferred first (TEC-03).</summary>
    public IEnumerable<PaymentMethod> MethodsFor(OrderPurpose purpose, Currency currency) => handbooks.Present.PaymentMethodsFor(currency)
        .Where(method => Find(method) is { } gateway && purpose switch
        {
            // Somebody has to take the next terms too, or ask for them (FLU-21).
            OrderPurpose.Plan or OrderPurpose.Upgrade => gateway.Renews || handbooks.Present.Billing.Renewals is not null,
            OrderPurpose.Renewal or OrderPurpose.Overage or OrderPurpose.Package or OrderPurpose.Quote => true,
        });

    /// <summary>
    /// The ways to pay what is left of an order. Who takes a plan's next terms too would charge the whole of one that is paid in part already.
    /// </summary>
    public IEnumerable<PaymentMethod> MethodsFor(OrderPurpose purpose, OrderState order) => MethodsFor(purpose, order.Total.Currency)
        .Where(method => purpose != OrderPurpose.Plan || order.Paid.IsZero || Find(method) is { Renews: false });

    /// <summary>The gateway of a method; null where none serves it.</summary>
    public IPaymentGateway? Find(PaymentMethod method) => gateways.FirstOrDefault(gateway => gateway.Serves(method));

    /// <summary>The gateway of a method by the house's key; null where the house has no such method any more, or nothing serves it.</summary>
    public IPaymentGateway? Find(string method) => handbooks.Present.FindPaymentMethod(method) is { } known ? Find(known) : null;

    /// <summary>The gateway that a payment came through, and goes back by.</summary>
    internal IPaymentGateway Of(Payment payment) => gateways.First(gateway => gateway.Took(payment));

    /// <summary>Makes an order payable in the way that was chosen with it.</summary>
    internal async Task<Result<CheckoutStarted>> OpenAsync(Order order, CancellationToken cancellationToken) =>
        order.Status == OrderStatus.Paid ? new CheckoutStarted(order.Reference, order.Status, Url: null)
        : Find(order.PaymentMethod) is { } gateway ? await gateway.OpenAsync(order.AccountId, order.Id, cancellationToken)
        : new PaymentMethodNotOffered(order.PaymentMethod);
}
