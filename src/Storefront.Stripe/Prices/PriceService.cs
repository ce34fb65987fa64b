namespace Storefront.Stripe.Prices;

/// <summary>Prices: <c>/v1/prices</c>. A price is never deleted, only made inactive.</summary>
public sealed class PriceService(StripeClient client) : Service<Price>(client, "/v1/prices")
{
    public Task<Price> CreateAsync(PriceCreateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        CreateEntityAsync(options, requestOptions, cancellationToken);

    public Task<Price> GetAsync(string id, PriceGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        GetEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<Price> UpdateAsync(string id, PriceUpdateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<StripeList<Price>> ListAsync(PriceListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAsync(options, requestOptions, cancellationToken);

    public IAsyncEnumerable<Price> ListAutoPagingAsync(PriceListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAutoPagingAsync(options, requestOptions, cancellationToken);
}
