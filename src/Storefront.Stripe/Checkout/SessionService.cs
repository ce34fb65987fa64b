namespace Storefront.Stripe.Checkout;

/// <summary>Checkout sessions: <c>/v1/checkout/sessions</c>.</summary>
public sealed class SessionService(StripeClient client) : Service<Session>(client, "/v1/checkout/sessions")
{
    public Task<Session> CreateAsync(SessionCreateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        CreateEntityAsync(options, requestOptions, cancellationToken);

    public Task<Session> GetAsync(string id, SessionGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        GetEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<Session> UpdateAsync(string id, SessionUpdateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        UpdateEntityAsync(id, options, requestOptions, cancellationToken);

    /// <summary>Closes an open session, so that nobody can pay it any more.</summary>
    public Task<Session> ExpireAsync(string id, SessionExpireOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ActAsync(id, "expire", options, requestOptions, cancellationToken);

    public Task<StripeList<Session>> ListAsync(SessionListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAsync(options, requestOptions, cancellationToken);

    public IAsyncEnumerable<Session> ListAutoPagingAsync(SessionListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAutoPagingAsync(options, requestOptions, cancellationToken);

    /// <summary>What is being bought; a session carries its items only when they are asked for.</summary>
    public Task<StripeList<LineItem>> ListLineItemsAsync(string id, SessionListLineItemsOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        Client.RequestAsync<StripeList<LineItem>>(HttpMethod.Get, $"{InstancePath(id)}/line_items", options, requestOptions, cancellationToken);

    /// <inheritdoc cref="ListLineItemsAsync"/>
    public IAsyncEnumerable<LineItem> ListLineItemsAutoPagingAsync(string id, SessionListLineItemsOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        PageAsync<LineItem>($"{InstancePath(id)}/line_items", options, requestOptions, cancellationToken);
}
