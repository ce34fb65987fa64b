namespace Storefront.Stripe.Coupons;

/// <summary>Coupons: <c>/v1/coupons</c>.</summary>
public sealed class CouponService(StripeClient client) : Service<Coupon>(client, "/v1/coupons")
{
    public Task<Coupon> CreateAsync(CouponCreateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        CreateEntityAsync(options, requestOptions, cancellationToken);

    public Task<Coupon> GetAsync(string id, CouponGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        GetEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<Coupon> DeleteAsync(string id, CouponDeleteOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<StripeList<Coupon>> ListAsync(CouponListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAsync(options, requestOptions, cancellationToken);

    public IAsyncEnumerable<Coupon> ListAutoPagingAsync(CouponListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAutoPagingAsync(options, requestOptions, cancellationToken);
}
