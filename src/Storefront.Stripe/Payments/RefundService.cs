namespace Storefront.Stripe.Payments;

/// <summary>Refunds: <c>/v1/refunds</c>.</summary>
public sealed class RefundService(StripeClient client) : Service<Refund>(client, "/v1/refunds")
{
    public Task<Refund> CreateAsync(RefundCreateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        CreateEntityAsync(options, requestOptions, cancellationToken);

    public Task<Refund> GetAsync(string id, RefundGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        GetEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<Refund> UpdateAsync(string id, RefundUpdateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateEntityAsync(id, options, requestOptions, cancellationToken);

    /// <summary>Takes back a refund that still waits.</summary>
    public Task<Refund> CancelAsync(string id, RefundCancelOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ActAsync(id, "cancel", options, requestOptions, cancellationToken);

    public Task<StripeList<Refund>> ListAsync(RefundListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAsync(options, requestOptions, cancellationToken);

    public IAsyncEnumerable<Refund> ListAutoPagingAsync(RefundListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAutoPagingAsync(options, requestOptions, cancellationToken);
}
