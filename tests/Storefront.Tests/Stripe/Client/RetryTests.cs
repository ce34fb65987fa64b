using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Storefront.Stripe;

namespace Storefront.Tests.Stripe.Client;

public sealed class RetryTests
{
    private const string Customer = """{"id":"cus_1","object":"customer"}""";

    [Theory]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_request_is_sent_again_with_the_same_key_until_it_succeeds(int status)
    {
        await using var listener = await StripeListener.StartAsync((context, number) =>
            StripeListener.SendAsync(context, number < 2 ? """{"error":{"type":"api_error"}}""" : Customer, number < 2 ? status : 200));

        var customer = await listener.Client().V1.Customers.CreateAsync(new() { Name = "Ana" });

        Assert.Equal(2, customer.StripeResponse!.NumRetries);
        Assert.Equal(3, listener.Requests.Count);
        Assert.Single(listener.Requests.Select(request => request.IdempotencyKey).Distinct());
        Assert.NotNull(listener.Requests[0].IdempotencyKey);
        Assert.All(listener.Requests, request => Assert.Equal("name=Ana", request.Body));
    }

    [Fact]
    public async Task A_broken_connection_is_tried_again_with_the_same_key()
    {
        await using var listener = await StripeListener.StartAsync(async (context, number) =>
        {
            if (number == 0)
            {
                context.Abort();
            }
            else if (number == 1)
            {
                // Breaks off in the middle of the body.
                context.Response.ContentLength = 1000;
                await context.Response.WriteAsync("{", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                context.Abort();
            }
            else
            {
                await StripeListener.SendAsync(context, Customer);
            }
        });

        Assert.Equal("cus_1", (await listener.Client().V1.Customers.CreateAsync()).Id);
        Assert.Single(listener.Requests.Select(request => request.IdempotencyKey).Distinct());
        Assert.Equal(3, listener.Requests.Count);
    }

    [Fact]
    public async Task A_given_key_is_sent_as_it_is()
    {
        await using var listener = await StripeListener.StartAsync((context, number) =>
            StripeListener.SendAsync(context, number == 0 ? "{}" : Customer, number == 0 ? 500 : 200));
        await listener.Client().V1.Customers.CreateAsync(null, new RequestOptions { IdempotencyKey = "order-7" });
        Assert.Equal(["order-7", "order-7"], listener.Requests.Select(request => request.IdempotencyKey));
    }

    [Fact]
    public async Task Each_request_has_a_key_of_its_own_and_reading_needs_none()
    {
        await using var listener = await StripeListener.StartAsync(Customer);
        var customers = listener.Client().V1.Customers;
        await customers.CreateAsync();
        await customers.CreateAsync();
        await customers.GetAsync("cus_1");
        Assert.Equal(3, listener.Requests.Select(request => request.IdempotencyKey).Distinct().Count());
        Assert.Null(listener.Requests[2].IdempotencyKey);
    }

    [Fact]
    public async Task It_gives_up_after_the_set_number_with_the_last_answers_error()
    {
        await using var listener = await StripeListener.StartAsync("""{"error":{"type":"api_error","message":"Down."}}""", 503);
        var failure = await Assert.ThrowsAsync<StripeException>(() => listener.Client(options => options.MaxNetworkRetries = 4).V1.Customers.GetAsync("cus_1"));
        Assert.Equal(5, listener.Requests.Count);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, failure.HttpStatusCode);
        Assert.Equal("Down.", failure.Message);
        Assert.True(failure.IsTransient);
    }

    [Fact]
    public async Task With_no_repetitions_it_is_sent_once()
    {
        await using var listener = await StripeListener.StartAsync("{}", 500);
        await Assert.ThrowsAsync<StripeException>(() => listener.Client(options => options.MaxNetworkRetries = 0).V1.Customers.CreateAsync());
        Assert.Single(listener.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(402)]
    [InlineData(404)]
    public async Task A_refusal_is_not_tried_again(int status)
    {
        await using var listener = await StripeListener.StartAsync("""{"error":{"type":"invalid_request_error","message":"No."}}""", status);
        var failure = await Assert.ThrowsAsync<StripeException>(() => listener.Client().V1.Customers.CreateAsync());
        Assert.Single(listener.Requests);
        Assert.False(failure.IsTransient);
    }

    [Theory]
    [InlineData(500, "false", 1)]
    [InlineData(409, "false", 1)]
    [InlineData(400, "true", 3)]
    [InlineData(500, "perhaps", 3)]
    public async Task Stripe_says_whether_to_try_again(int status, string should, int attempts)
    {
        await using var listener = await StripeListener.StartAsync((context, _) =>
        {
            context.Response.Headers["Stripe-Should-Retry"] = should;
            return StripeListener.SendAsync(context, """{"error":{"type":"api_error"}}""", status);
        });
        await Assert.ThrowsAsync<StripeException>(() => listener.Client().V1.Customers.CreateAsync());
        Assert.Equal(attempts, listener.Requests.Count);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("60", 60)]
    public async Task Stripe_says_how_long_to_wait(string retryAfter, int seconds)
    {
        var time = new HastyTimeProvider();
        await using var listener = await StripeListener.StartAsync((context, _) =>
        {
            context.Response.Headers.RetryAfter = retryAfter;
            return StripeListener.SendAsync(context, "{}", 429);
        });
        await Assert.ThrowsAsync<StripeException>(() => listener.Client(options => options.TimeProvider = time).V1.Customers.CreateAsync());
        Assert.Equal([TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds)], time.Waits);
    }

    [Theory]
    [InlineData("3600")]
    [InlineData("Wed, 21 Oct 2026 07:28:00 GMT")]
    [InlineData("-1")]
    public async Task A_wait_that_nobody_would_stay_for_gives_way_to_the_clients_own(string retryAfter)
    {
        var time = new HastyTimeProvider();
        await using var listener = await StripeListener.StartAsync((context, _) =>
        {
            context.Response.Headers.RetryAfter = retryAfter;
            return StripeListener.SendAsync(context, "{}", 503);
        });
        await Assert.ThrowsAsync<StripeException>(() => listener.Client(options => options.TimeProvider = time).V1.Customers.CreateAsync());
        Assert.All(time.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, new StripeClientOptions().MaxNetworkRetryDelay));
    }

    [Fact]
    public async Task The_waits_grow_and_differ()
    {
        await using var listener = await StripeListener.StartAsync("{}", 500);
        var firsts = new HashSet<TimeSpan>();
        var sums = new List<double[]>();
        for (var run = 0; run < 12; run++)
        {
            var time = new HastyTimeProvider();
            await Assert.ThrowsAsync<StripeException>(() => listener.Client(options =>
            {
                options.TimeProvider = time;
                options.MaxNetworkRetries = 3;
                options.MaxNetworkRetryDelay = TimeSpan.FromMinutes(5);
            }).V1.Customers.CreateAsync());
            firsts.Add(time.Waits[0]);
            sums.Add([.. time.Waits.Select(wait => wait.TotalSeconds)]);
        }

        Assert.True(firsts.Count > 6, "The first waits should differ from run to run.");
        Assert.True(sums.Average(waits => waits[2]) > sums.Average(waits => waits[0]), "Later waits should be longer.");
    }

    [Fact]
    public async Task Nobody_listening_is_a_connection_error()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");
        taken.Stop();
        var client = new StripeClient(new StripeClientOptions { ApiKey = "sk_test_1", ApiBase = address, TimeProvider = new HastyTimeProvider(), Timeout = TimeSpan.FromHours(1) });

        var failure = await Assert.ThrowsAsync<StripeException>(() => client.V1.Customers.CreateAsync());
        Assert.Equal(StripeErrorTypes.ApiConnectionError, failure.StripeError!.Type);
        Assert.Equal(default, failure.HttpStatusCode);
        Assert.Null(failure.RequestId);
        Assert.True(failure.IsTransient);
        Assert.DoesNotContain("sk_test_1", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_a_connection_error()
    {
        await using var listener = await StripeListener.StartAsync((context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var client = listener.Client(options =>
        {
            options.TimeProvider = TimeProvider.System;
            options.Timeout = TimeSpan.FromMilliseconds(50);
            options.MinNetworkRetryDelay = TimeSpan.FromMilliseconds(1);
            options.MaxNetworkRetries = 1;
        });
        var failure = await Assert.ThrowsAsync<StripeException>(() => client.V1.Customers.GetAsync("cus_1"));
        Assert.Equal(StripeErrorTypes.ApiConnectionError, failure.StripeError!.Type);
    }

    [Fact]
    public async Task A_caller_who_goes_away_ends_it_at_once()
    {
        using var source = new CancellationTokenSource();
        await using var listener = await StripeListener.StartAsync((context, _) =>
        {
            source.Cancel();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listener.Client().V1.Customers.CreateAsync(cancellationToken: source.Token));
        Assert.Single(listener.Requests);
    }
}
