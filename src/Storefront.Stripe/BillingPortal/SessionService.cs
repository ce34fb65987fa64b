namespace Storefront.Stripe.BillingPortal;

/// <summary>Sessions of the billing portal: <c>/v1/billing_portal/sessions</c>.</summary>
public sealed class SessionService(StripeClient client) : Service<Session>(client, "/v1/billing_portal/sessions")
{
    public Task<Session> CreateAsync(SessionCreateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        CreateEntityAsync(options, requestOptions, cancellationToken);
}
