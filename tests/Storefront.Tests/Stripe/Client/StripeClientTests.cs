using Microsoft.Extensions.DependencyInjection;
using Storefront.Stripe;
using Storefront.Stripe.Customers;

namespace Storefront.Tests.Stripe.Client;

public sealed class StripeClientTests
{
    private const string Customer = """{"id":"cus_1","object":"customer","created":1700000000,"metadata":null,"colour":{"not":"known"}}""";

    [Theory]
    [InlineData("", "/v1/customers/cus_1")]
    [InlineData("/", "/v1/customers/cus_1")]
    [InlineData("/sandbox/stripe", "/sandbox/stripe/v1/customers/cus_1")]
    [InlineData("/sandbox/stripe/", "/sandbox/stripe/v1/customers/cus_1")]
    public async Task A_path_in_the_base_address_is_kept(string prefix, string path)
    {
        await using var listener = await StripeListener.StartAsync(Customer);
        await listener.Client(options => options.ApiBase = new Uri(listener.Address, prefix)).V1.Customers.GetAsync("cus_1");
        Assert.Equal(path, Assert.Single(listener.Requests).Path);
    }

    [Fact]
    public async Task Every_request_says_who_asks_and_for_which_version()
    {
        await using var listener = await StripeListener.StartAsync(Customer);
        await listener.Client().V1.Customers.CreateAsync(new() { Email = "ana@ejemplo.cl" });
        var headers = Assert.Single(listener.Requests).Headers;
        Assert.Equal($"Bearer {StripeListener.ApiKey}", headers["Authorization"]);
        Assert.Equal("2026-10-28.endive", headers["Stripe-Version"]);
        Assert.StartsWith("application/x-www-form-urlencoded", headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal("application/json", headers["Accept"]);
        Assert.False(headers.ContainsKey("Stripe-Account"));
    }

    [Fact]
    public async Task One_request_can_have_another_key_and_account()
    {
        await using var listener = await StripeListener.StartAsync(Customer);
        await listener.Client().V1.Customers.GetAsync("cus_1", null, new RequestOptions { ApiKey = "sk_test_other", StripeAccount = "acct_1", StripeContext = "ctx_1" });
        var headers = Assert.Single(listener.Requests).Headers;
        Assert.Equal(("Bearer sk_test_other", "acct_1", "ctx_1"), (headers["Authorization"], headers["Stripe-Account"], headers["Stripe-Context"]));
    }

    [Fact]
    public async Task An_id_stays_one_step_of_the_path()
    {
        await using var listener = await StripeListener.StartAsync((context, _) =>
            StripeListener.SendAsync(context, $$"""{"id":"{{context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget}}"}"""));
        var customer = await listener.Client().V1.Customers.GetAsync("cus_1/../../refunds?limit=1#x");
        Assert.Equal("/v1/customers/cus_1%2F..%2F..%2Frefunds%3Flimit%3D1%23x", customer.Id);
    }

    [Fact]
    public async Task The_answer_is_kept_with_the_object_and_what_is_unknown_is_ignored()
    {
        await using var listener = await StripeListener.StartAsync((context, _) =>
        {
            context.Response.Headers["Request-Id"] = "req_7";
            context.Response.Headers["Idempotency-Key"] = "order-7";
            context.Response.Headers["Idempotent-Replayed"] = "true";
            return StripeListener.SendAsync(context, Customer);
        });
        var customer = await listener.Client().V1.Customers.CreateAsync();
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), customer.Created);
        Assert.Empty(customer.Metadata);
        var response = customer.StripeResponse!;
        Assert.Equal(("req_7", "order-7", true, 0, Customer), (response.RequestId, response.IdempotencyKey, response.IdempotentReplayed, response.NumRetries, response.Content));
    }

    [Fact]
    public async Task The_registered_client_and_its_address_are_settled_late()
    {
        await using var listener = await StripeListener.StartAsync(Customer);
        var services = new ServiceCollection();
        services.AddStripe(options => options.ApiKey = "sk_test_registered");
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<StripeClient>();
        client.Options.ApiBase = new Uri(listener.Address, "/late");

        await new CustomerService(client).GetAsync("cus_1");

        Assert.Same(client, provider.GetRequiredService<StripeClient>());
        var request = Assert.Single(listener.Requests);
        Assert.Equal(("/late/v1/customers/cus_1", "Bearer sk_test_registered"), (request.Path, request.Headers["Authorization"]));
    }

    [Fact]
    public async Task Many_requests_at_once_do_not_mix()
    {
        await using var listener = await StripeListener.StartAsync((context, _) =>
            StripeListener.SendAsync(context, $$"""{"id":"{{context.Request.Path.Value!.Split('/')[^1]}}","object":"customer"}"""));
        var customers = listener.Client().V1.Customers;
        var ids = Enumerable.Range(0, 100).Select(number => $"cus_{number}").ToList();
        var answers = await Task.WhenAll(ids.Select(id => customers.GetAsync(id)));
        Assert.Equal(ids, answers.Select(answer => answer.Id));
    }
}
