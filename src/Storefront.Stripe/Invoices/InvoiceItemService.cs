namespace Storefront.Stripe.Invoices;

/// <summary>Items that wait for an invoice: <c>/v1/invoiceitems</c>.</summary>
public sealed class InvoiceItemService(StripeClient client) : Service<InvoiceItem>(client, "/v1/invoiceitems")
{
    public Task<InvoiceItem> CreateAsync(InvoiceItemCreateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        CreateEntityAsync(options, requestOptions, cancellationToken);

    public Task<InvoiceItem> GetAsync(string id, InvoiceItemGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        GetEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<InvoiceItem> UpdateAsync(string id, InvoiceItemUpdateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<InvoiceItem> DeleteAsync(string id, InvoiceItemDeleteOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<StripeList<InvoiceItem>> ListAsync(InvoiceItemListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAsync(options, requestOptions, cancellationToken);

    public IAsyncEnumerable<InvoiceItem> ListAutoPagingAsync(InvoiceItemListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAutoPagingAsync(options, requestOptions, cancellationToken);
}
