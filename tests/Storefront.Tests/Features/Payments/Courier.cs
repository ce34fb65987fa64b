using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Stripe.Events;
using Storefront.Stripe.Sandbox;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Payments;

/// <summary>Holds the local Stripe's webhooks back and brings them by hand: in any order, twice, late, or forged.</summary>
public sealed class Courier : IDisposable
{
    private readonly StorefrontHost host;
    private readonly LocalStripeOptions stripe;
    private readonly Uri? address;
    private readonly HttpClient http = new();

    public Courier(StorefrontHost host)
    {
        this.host = host;
        stripe = host.Services.GetRequiredService<LocalStripeOptions>();
        (address, stripe.WebhookUrl) = (stripe.WebhookUrl, null);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", stripe.ApiKey);
    }

    /// <summary>The events about a buyer's customer that change something here, in the order in which they happened.</summary>
    public async Task<IReadOnlyList<JsonObject>> EventsOfAsync(Buyer buyer)
    {
        var customer = await buyer.CustomerAsync();
        string[] types =
        [
            EventTypes.CheckoutSessionCompleted, EventTypes.CheckoutSessionExpired, EventTypes.InvoicePaid, EventTypes.InvoicePaymentFailed,
            EventTypes.CustomerSubscriptionUpdated, EventTypes.CustomerSubscriptionDeleted, EventTypes.PaymentIntentPaymentFailed, EventTypes.ChargeRefunded,
        ];
        var all = new List<JsonObject>();
        string? after = null;
        while (true)
        {
            var page = JsonNode.Parse(await http.GetStringAsync(
                new Uri(host.Address, $"/sandbox/stripe/v1/events?limit=100{(after is null ? "" : $"&starting_after={after}")}")))!.AsObject();
            var data = page["data"]!.AsArray().Select(node => node!.DeepClone().AsObject()).ToList();
            all.AddRange(data);
            if (!page["has_more"]!.GetValue<bool>())
            {
                break;
            }

            after = data[^1]["id"]!.GetValue<string>();
        }

        all.Reverse();
        return
        [
            .. all.Where(happened => types.Contains(happened["type"]!.GetValue<string>())
                && happened["data"]!["object"]!["customer"]?.GetValue<string>() == customer),
        ];
    }

    public static string TypeOf(JsonObject happened) => happened["type"]!.GetValue<string>();

    /// <summary>Delivers one event as Stripe would.</summary>
    public Task<HttpStatusCode> BringAsync(JsonObject happened) => BringAsync(happened.ToJsonString(), stripe.WebhookSecret, TimeSpan.Zero);

    /// <param name="body">What is sent.</param>
    /// <param name="secret">With which it is signed; null for not at all.</param>
    /// <param name="age">How long ago, in real time.</param>
    public async Task<HttpStatusCode> BringAsync(string body, string? secret, TimeSpan age)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null)
        {
            request.Headers.TryAddWithoutValidation("Stripe-Signature", EventUtility.CreateHeader(body, [secret], TimeProvider.System.GetUtcNow() - age));
        }

        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    public string Secret => stripe.WebhookSecret;

    public void Dispose()
    {
        stripe.WebhookUrl = address;
        http.Dispose();
    }
}
