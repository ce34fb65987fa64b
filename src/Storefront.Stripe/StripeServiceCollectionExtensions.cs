using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Storefront.Stripe;

public static class StripeServiceCollectionExtensions
{
    /// <summary>The name of the <see cref="HttpClient"/> that the client uses, for a host that wants to change it.</summary>
    public const string HttpClientName = "Stripe";

    /// <summary>Registers <see cref="StripeClient"/> as a singleton.</summary>
    public static IServiceCollection AddStripe(this IServiceCollection services, Action<StripeClientOptions> configure) =>
        services.AddStripe((_, options) => configure(options));

    /// <summary>
    /// Registers <see cref="StripeClient"/> as a singleton. <paramref name="configure"/> runs when the client is first asked for.
    /// </summary>
    public static IServiceCollection AddStripe(this IServiceCollection services, Action<IServiceProvider, StripeClientOptions> configure)
    {
        services.AddHttpClient(HttpClientName)
            .ConfigurePrimaryHttpMessageHandler(StripeClient.CreateHandler)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan);
        services.TryAddSingleton(provider =>
        {
            var options = new StripeClientOptions();
            configure(provider, options);
            return options;
        });
        services.TryAddSingleton(provider =>
        {
            var factory = provider.GetRequiredService<IHttpClientFactory>();
            return new StripeClient(provider.GetRequiredService<StripeClientOptions>(), () => factory.CreateClient(HttpClientName));
        });
        return services;
    }
}
