namespace Storefront.Stripe.Payments;

/// <summary>Payments: <c>/v1/payment_intents</c>, read only; Checkout and invoices make them.</summary>
public sealed class PaymentIntentService(StripeClient client) : Service<PaymentIntent>(client, "/v1/payment_intents")
{
    public Task<PaymentIntent> GetAsync(string id, PaymentIntentGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        GetEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<StripeList<PaymentIntent>> ListAsync(PaymentIntentListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAsync(options, requestOptions, cancellationToken);

    public IAsyncEnumerable<PaymentIntent> ListAutoPagingAsync(PaymentIntentListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAutoPagingAsync(options, requestOptions, cancellationToken);
}
