using System.Net;
using Storefront.Stripe;

namespace Storefront.Tests.Stripe.Client;

public sealed class ErrorTests
{
    [Fact]
    public async Task A_declined_card_says_why()
    {
        await using var listener = await StripeListener.StartAsync((context, _) =>
        {
            context.Response.Headers["Request-Id"] = "req_1";
            return StripeListener.SendAsync(
                context,
                """
                {"error":{"type":"card_error","code":"card_declined","decline_code":"insufficient_funds","message":"Your card has insufficient funds.",
                "param":"","charge":"ch_1","doc_url":"https://stripe.com/docs","payment_intent":{"id":"pi_1","object":"payment_intent","status":"requires_payment_method"},
                "payment_method":{"id":"pm_1","object":"payment_method","type":"card","card":{"brand":"visa","last4":"9995","exp_month":12,"exp_year":2030}}}}
                """,
                402);
        });

        var failure = await Assert.ThrowsAsync<StripeException>(() => listener.Client().V1.Invoices.PayAsync("in_1"));

        Assert.Equal(HttpStatusCode.PaymentRequired, failure.HttpStatusCode);
        Assert.Equal("req_1", failure.RequestId);
        Assert.Equal("Your card has insufficient funds.", failure.Message);
        var error = failure.StripeError!;
        Assert.Equal(
            (StripeErrorTypes.CardError, StripeErrorCodes.CardDeclined, "insufficient_funds", "ch_1", "pi_1", "9995"),
            (error.Type, error.Code, error.DeclineCode, error.Charge, error.PaymentIntent!.Id, error.PaymentMethod!.Card!.Last4));
        Assert.False(failure.IsTransient);
    }

    [Fact]
    public async Task A_wrong_parameter_is_named()
    {
        await using var listener = await StripeListener.StartAsync(
            """{"error":{"type":"invalid_request_error","code":"resource_missing","param":"items[0][price]","message":"No such price: 'price_x'"}}""", 400);
        var failure = await Assert.ThrowsAsync<StripeException>(() => listener.Client().V1.Subscriptions.CreateAsync());
        Assert.Equal((StripeErrorCodes.ResourceMissing, "items[0][price]"), (failure.StripeError!.Code, failure.StripeError.Param));
    }

    [Fact]
    public async Task A_key_used_for_something_else_is_no_passing_fault()
    {
        await using var listener = await StripeListener.StartAsync("""{"error":{"type":"idempotency_error","message":"Keys for idempotent requests…"}}""", 400);
        var failure = await Assert.ThrowsAsync<StripeException>(() => listener.Client().V1.Customers.CreateAsync());
        Assert.Equal(StripeErrorTypes.IdempotencyError, failure.StripeError!.Type);
        Assert.Single(listener.Requests);
    }

    [Theory]
    [InlineData(502, "<html><body>Bad gateway</body></html>", "status 502")]
    [InlineData(500, "", "status 500")]
    [InlineData(404, "[]", "status 404")]
    [InlineData(404, "{}", "status 404")]
    [InlineData(400, """{"error":null}""", "status 400")]
    [InlineData(401, """{"error":"invalid_client"}""", "invalid_client")]
    [InlineData(302, "", "status 302")]
    [InlineData(200, "<html>Sign in to the hotel's network</html>", "status 200")]
    [InlineData(200, "", "status 200")]
    [InlineData(200, "null", "status 200")]
    [InlineData(200, """{"id":"cus_1","created":"soon"}""", "status 200")]
    public async Task An_answer_that_is_not_Stripes_is_an_error_too(int status, string body, string message)
    {
        await using var listener = await StripeListener.StartAsync((context, _) =>
        {
            context.Response.Headers.Location = "/elsewhere";
            return StripeListener.SendAsync(context, body, status, "text/html");
        });
        var failure = await Assert.ThrowsAsync<StripeException>(() => listener.Client().V1.Customers.GetAsync("cus_1"));
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.Equal(status, (int)failure.HttpStatusCode);
        Assert.NotNull(failure.StripeError);
        Assert.Equal(body, failure.StripeResponse!.Content);
    }

    [Theory]
    [InlineData("", "No API key")]
    [InlineData("sk_test_1\n", "white space")]
    [InlineData("sk_live_1", "https only")]
    [InlineData("rk_live_1", "https only")]
    public async Task A_key_that_cannot_be_right_is_not_sent(string key, string message)
    {
        await using var listener = await StripeListener.StartAsync("{}");
        var failure = await Assert.ThrowsAsync<StripeException>(() => listener.Client(options => options.ApiKey = key).V1.Customers.CreateAsync());
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
        Assert.Empty(listener.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_address_something_else_is_not_sent(string id)
    {
        await using var listener = await StripeListener.StartAsync("{}");
        await Assert.ThrowsAsync<ArgumentException>(() => listener.Client().V1.Customers.GetAsync(id));
        await Assert.ThrowsAsync<ArgumentException>(() => listener.Client().V1.Subscriptions.CancelAsync(id));
        await Assert.ThrowsAsync<ArgumentException>(() => listener.Client().V1.Checkout.Sessions.ExpireAsync(id));
        Assert.Empty(listener.Requests);
    }
}
