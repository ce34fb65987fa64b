using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Provider;
using Storefront.Features.Payments.Refunds;
using Storefront.Features.Payments.Sync;
using Storefront.Stripe;
using Storefront.Stripe.Payments;
using PaymentMethod = Storefront.Domain.Houses.PaymentMethod;

namespace Storefront.Features.Payments.Gateways;

/// <summary>Cards on Stripe's page, which confirms by itself.</summary>
public sealed class StripeGateway(PaymentPages pages, StripeClient stripe, PaymentIntentSync news, ILogger<StripeGateway> logger) : IPaymentGateway
{
    public bool Serves(PaymentMethod method) => method.Kind == Domain.Houses.PaymentMethodKind.Stripe;

    public bool Renews => true;

    public Task<Result<CheckoutStarted>> OpenAsync(AccountId account, OrderId order, CancellationToken cancellationToken) =>
        pages.OpenAsync(account, order, cancellationToken);

    public async Task<Result<Done>> CloseAsync(Order order, CancellationToken cancellationToken)
    {
        if (order is not { CheckoutUrl: not null, StripeSessionId: { } session })
        {
            return Done.Value;
        }

        try
        {
            await pages.CloseAsync(session, cancellationToken);
            return Done.Value;
        }
        catch (StripeException exception)
        {
            logger.LogWarning(exception, "The payment page of the order {Reference} could not be closed", order.Reference);
            return new PaymentPageUnavailable(order.Reference);
        }
    }

    public bool Took(Payment payment) => payment.StripePaymentIntentId is not null;

    /// <summary>Once Stripe has it on its way back the books follow, as they do by its event where this should break off.</summary>
    public async Task<Result<Done>> RefundAsync(Payment payment, Money amount, string idempotencyKey, CancellationToken cancellationToken)
    {
        if (payment.StripePaymentIntentId is not { } intent)
        {
            return new NotFound("payment");
        }

        try
        {
            if ((await SendAsync(intent, amount, idempotencyKey, cancellationToken)).Status is RefundStatuses.Failed or RefundStatuses.Canceled)
            {
                return new RefundRefused();
            }
        }
        catch (StripeException exception)
        {
            logger.LogError(exception, "The payment {Payment} could not be given back", payment.Id);
            return exception.IsTransient ? new RefundUnavailable() : new RefundRefused();
        }

        try
        {
            await news.RunAsync(intent, cancellationToken);
        }
        catch (Exception exception) when (exception is StripeException or UnassignableException)
        {
            logger.LogWarning(exception, "What went back of the payment {Payment} is not in the books yet", payment.Id);
        }

        return Done.Value;
    }

    /// <summary>Stripe forgets keys after a day, and what broke off may be taken up later than that: what was sent is known by its mark.</summary>
    private async Task<Refund> SendAsync(string intent, Money amount, string idempotencyKey, CancellationToken cancellationToken)
    {
        await foreach (var sent in stripe.V1.Refunds.ListAutoPagingAsync(new RefundListOptions { PaymentIntent = intent }, cancellationToken: cancellationToken))
        {
            if (sent.Metadata.GetValueOrDefault(RefundSender.Mark) == idempotencyKey)
            {
                return sent;
            }
        }

        return await stripe.V1.Refunds.CreateAsync(
            new RefundCreateOptions
            {
                PaymentIntent = intent,
                Amount = StripeAmount.Of(amount),
                Reason = "requested_by_customer",
                Metadata = new Dictionary<string, string?> { [RefundSender.Mark] = idempotencyKey },
            },
            new RequestOptions { IdempotencyKey = idempotencyKey },
            cancellationToken);
    }
}
