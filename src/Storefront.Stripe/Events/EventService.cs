namespace Storefront.Stripe.Events;

/// <summary>Events of the last 30 days: <c>/v1/events</c>. Stripe forgets older ones, so state is read from subscriptions and invoices.</summary>
public sealed class EventService(StripeClient client) : Service<Event>(client, "/v1/events")
{
    public Task<Event> GetAsync(string id, EventGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        GetEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<StripeList<Event>> ListAsync(EventListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAsync(options, requestOptions, cancellationToken);

    public IAsyncEnumerable<Event> ListAutoPagingAsync(EventListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAutoPagingAsync(options, requestOptions, cancellationToken);
}
