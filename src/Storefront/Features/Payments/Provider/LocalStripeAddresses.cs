using Storefront.Hosting;
using Storefront.Stripe;
using Storefront.Stripe.Sandbox;

namespace Storefront.Features.Payments.Provider;

/// <summary>Tells client and local Stripe of each other, once the server listens and its port is known.</summary>
internal sealed class LocalStripeAddresses(OwnAddress address, StripeClientOptions client, LocalStripeOptions stripe) : IHostedLifecycleService
{
    /// <summary>Nobody answers there: a call before the server listens fails, to be made again, and never reaches the real Stripe.</summary>
    public static readonly Uri NotListening = new("http://127.0.0.1:1");

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        // Among themselves they use the port itself; people come by the address that they know.
        client.ApiBase = new Uri(address.Bound, PaymentsFeature.LocalStripePath);
        stripe.PublicUrl = new Uri(address.Root, PaymentsFeature.LocalStripePath);
        stripe.WebhookUrl = new Uri(address.Bound, PaymentsFeature.WebhookPath);
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
