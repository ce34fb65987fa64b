namespace Storefront.Stripe.Invoices;

/// <summary>Which payments paid which invoices: <c>/v1/invoice_payments</c>.</summary>
public sealed class InvoicePaymentService(StripeClient client) : Service<InvoicePayment>(client, "/v1/invoice_payments")
{
    public Task<InvoicePayment> GetAsync(string id, InvoicePaymentGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        GetEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<StripeList<InvoicePayment>> ListAsync(InvoicePaymentListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAsync(options, requestOptions, cancellationToken);

    public IAsyncEnumerable<InvoicePayment> ListAutoPagingAsync(InvoicePaymentListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAutoPagingAsync(options, requestOptions, cancellationToken);
}
