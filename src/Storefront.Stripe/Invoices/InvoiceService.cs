namespace Storefront.Stripe.Invoices;

/// <summary>Invoices: <c>/v1/invoices</c>.</summary>
public sealed class InvoiceService(StripeClient client) : Service<Invoice>(client, "/v1/invoices")
{
    public Task<Invoice> CreateAsync(InvoiceCreateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        CreateEntityAsync(options, requestOptions, cancellationToken);

    public Task<Invoice> GetAsync(string id, InvoiceGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        GetEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<Invoice> UpdateAsync(string id, InvoiceUpdateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateEntityAsync(id, options, requestOptions, cancellationToken);

    /// <summary>Deletes a draft; any other invoice can only be voided.</summary>
    public Task<Invoice> DeleteAsync(string id, InvoiceDeleteOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<StripeList<Invoice>> ListAsync(InvoiceListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAsync(options, requestOptions, cancellationToken);

    public IAsyncEnumerable<Invoice> ListAutoPagingAsync(InvoiceListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAutoPagingAsync(options, requestOptions, cancellationToken);

    /// <summary>Gives a draft its number and its final amounts.</summary>
    public Task<Invoice> FinalizeInvoiceAsync(string id, InvoiceFinalizeOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ActAsync(id, "finalize", options, requestOptions, cancellationToken);

    /// <summary>Tries to collect now, or records that it was paid elsewhere.</summary>
    public Task<Invoice> PayAsync(string id, InvoicePayOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ActAsync(id, "pay", options, requestOptions, cancellationToken);

    /// <summary>Cancels a finalized invoice; it keeps its number.</summary>
    public Task<Invoice> VoidInvoiceAsync(string id, InvoiceVoidOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ActAsync(id, "void", options, requestOptions, cancellationToken);

    /// <summary>Gives up on an open invoice.</summary>
    public Task<Invoice> MarkUncollectibleAsync(string id, InvoiceMarkUncollectibleOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ActAsync(id, "mark_uncollectible", options, requestOptions, cancellationToken);

    /// <summary>Sends the invoice by e-mail.</summary>
    public Task<Invoice> SendInvoiceAsync(string id, InvoiceSendOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ActAsync(id, "send", options, requestOptions, cancellationToken);

    /// <summary>What an invoice would be, now or with changes, without making it. Its id begins with <c>upcoming_in</c>.</summary>
    public Task<Invoice> CreatePreviewAsync(InvoiceCreatePreviewOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        Client.RequestAsync<Invoice>(HttpMethod.Post, "/v1/invoices/create_preview", options, requestOptions, cancellationToken);

    /// <summary>The lines of an invoice, page by page; the invoice itself carries only the first of them.</summary>
    public Task<StripeList<InvoiceLineItem>> ListLineItemsAsync(string id, InvoiceListLineItemsOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        Client.RequestAsync<StripeList<InvoiceLineItem>>(HttpMethod.Get, $"{InstancePath(id)}/lines", options, requestOptions, cancellationToken);

    /// <inheritdoc cref="ListLineItemsAsync"/>
    public IAsyncEnumerable<InvoiceLineItem> ListLineItemsAutoPagingAsync(string id, InvoiceListLineItemsOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        PageAsync<InvoiceLineItem>($"{InstancePath(id)}/lines", options, requestOptions, cancellationToken);
}
