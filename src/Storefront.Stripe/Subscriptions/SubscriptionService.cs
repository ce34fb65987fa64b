namespace Storefront.Stripe.Subscriptions;

/// <summary>Subscriptions: <c>/v1/subscriptions</c>.</summary>
public sealed class SubscriptionService(StripeClient client) : Service<Subscription>(client, "/v1/subscriptions")
{
    public Task<Subscription> CreateAsync(SubscriptionCreateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        CreateEntityAsync(options, requestOptions, cancellationToken);

    public Task<Subscription> GetAsync(string id, SubscriptionGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        GetEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<Subscription> UpdateAsync(string id, SubscriptionUpdateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateEntityAsync(id, options, requestOptions, cancellationToken);

    /// <summary>Ends a subscription now. To end it with the paid term, update it with <see cref="SubscriptionUpdateOptions.CancelAtPeriodEnd"/>.</summary>
    public Task<Subscription> CancelAsync(string id, SubscriptionCancelOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(id, options, requestOptions, cancellationToken);

    /// <summary>Resumes a subscription whose status is <c>paused</c>. One whose collection is paused goes on when <c>pause_collection</c> is unset.</summary>
    public Task<Subscription> ResumeAsync(string id, SubscriptionResumeOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ActAsync(id, "resume", options, requestOptions, cancellationToken);

    public Task<StripeList<Subscription>> ListAsync(SubscriptionListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAsync(options, requestOptions, cancellationToken);

    public IAsyncEnumerable<Subscription> ListAutoPagingAsync(SubscriptionListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAutoPagingAsync(options, requestOptions, cancellationToken);
}
