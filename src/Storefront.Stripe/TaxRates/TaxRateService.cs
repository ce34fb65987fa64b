namespace Storefront.Stripe.TaxRates;

/// <summary>Rates of tax: <c>/v1/tax_rates</c>. A rate is never deleted, only made inactive.</summary>
public sealed class TaxRateService(StripeClient client) : Service<TaxRate>(client, "/v1/tax_rates")
{
    public Task<TaxRate> CreateAsync(TaxRateCreateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        CreateEntityAsync(options, requestOptions, cancellationToken);

    public Task<TaxRate> GetAsync(string id, TaxRateGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        GetEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<TaxRate> UpdateAsync(string id, TaxRateUpdateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<StripeList<TaxRate>> ListAsync(TaxRateListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAsync(options, requestOptions, cancellationToken);

    public IAsyncEnumerable<TaxRate> ListAutoPagingAsync(TaxRateListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAutoPagingAsync(options, requestOptions, cancellationToken);
}
