namespace Storefront.Stripe.Subscriptions;

/// <summary>Items of subscriptions: <c>/v1/subscription_items</c>.</summary>
public sealed class SubscriptionItemService(StripeClient client) : Service<SubscriptionItem>(client, "/v1/subscription_items")
{
    public Task<SubscriptionItem> CreateAsync(SubscriptionItemCreateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        CreateEntityAsync(options, requestOptions, cancellationToken);

    public Task<SubscriptionItem> GetAsync(string id, SubscriptionItemGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        GetEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<SubscriptionItem> UpdateAsync(string id, SubscriptionItemUpdateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<SubscriptionItem> DeleteAsync(string id, SubscriptionItemDeleteOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<StripeList<SubscriptionItem>> ListAsync(SubscriptionItemListOptions options, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAsync(options, requestOptions, cancellationToken);

    public IAsyncEnumerable<SubscriptionItem> ListAutoPagingAsync(SubscriptionItemListOptions options, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAutoPagingAsync(options, requestOptions, cancellationToken);
}
