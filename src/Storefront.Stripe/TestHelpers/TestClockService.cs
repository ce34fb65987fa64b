namespace Storefront.Stripe.TestHelpers;

/// <summary>Clocks that can be moved, with test keys: <c>/v1/test_helpers/test_clocks</c>.</summary>
public sealed class TestClockService(StripeClient client) : Service<TestClock>(client, "/v1/test_helpers/test_clocks")
{
    public Task<TestClock> CreateAsync(TestClockCreateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        CreateEntityAsync(options, requestOptions, cancellationToken);

    public Task<TestClock> GetAsync(string id, TestClockGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        GetEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<TestClock> DeleteAsync(string id, TestClockDeleteOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(id, options, requestOptions, cancellationToken);

    public Task<StripeList<TestClock>> ListAsync(TestClockListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAsync(options, requestOptions, cancellationToken);

    public IAsyncEnumerable<TestClock> ListAutoPagingAsync(TestClockListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListEntitiesAutoPagingAsync(options, requestOptions, cancellationToken);

    /// <summary>Starts moving the clock forward; it is done when the status is <c>ready</c> again.</summary>
    public Task<TestClock> AdvanceAsync(string id, TestClockAdvanceOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ActAsync(id, "advance", options, requestOptions, cancellationToken);
}
