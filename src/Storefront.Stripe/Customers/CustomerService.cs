namespace Storefront.Stripe.Customers;

/// <summary>Customers: <c>/v1/customers</c>.</summary>
public sealed class CustomerService(StripeClient client) : Service<Customer>(client, "/v1/customers")
{
    public Task<Customer> CreateAsync(CustomerCreateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        CreateEntityAsync(options, requestOptions, cancellationToken);

    public Task<Customer> GetAsync(string id, CustomerGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        GetEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<Customer> UpdateAsync(string id, CustomerUpdateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<Customer> DeleteAsync(string id, CustomerDeleteOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<StripeList<Customer>> ListAsync(CustomerListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAsync(options, requestOptions, cancellationToken);

    public IAsyncEnumerable<Customer> ListAutoPagingAsync(CustomerListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAutoPagingAsync(options, requestOptions, cancellationToken);
}
