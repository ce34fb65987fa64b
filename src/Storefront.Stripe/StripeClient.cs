using Storefront.Stripe.Infrastructure;

namespace Storefront.Stripe;

/// <summary>
/// A client for Stripe's API with the names and meanings of Stripe.net. Safe for use by many threads; meant to live as long as
/// the program. Services are reached through <see cref="V1"/> or made with <c>new CustomerService(client)</c>.
/// </summary>
public sealed class StripeClient
{
    private readonly StripeTransport _transport;

    /// <summary>A client of its own connections, or of those of <paramref name="httpClient"/>, which stays the caller's to dispose of.</summary>
    public StripeClient(string apiKey, HttpClient? httpClient = null, Uri? apiBase = null)
        : this(new StripeClientOptions { ApiKey = apiKey, ApiBase = apiBase ?? StripeClientOptions.DefaultApiBase }, httpClient)
    {
    }

    public StripeClient(StripeClientOptions options, HttpClient? httpClient = null)
        : this(options, Always(httpClient ?? new HttpClient(CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan }))
    {
    }

    /// <summary>A client that asks for an <see cref="HttpClient"/> for each attempt, as <c>IHttpClientFactory</c> wants it.</summary>
    public StripeClient(StripeClientOptions options, Func<HttpClient> httpClients)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(httpClients);
        Options = options;
        _transport = new StripeTransport(options, httpClients);
        V1 = new V1Services(this);
    }

    public V1Services V1 { get; }

    public StripeClientOptions Options { get; }

    internal static HttpMessageHandler CreateHandler() => new SocketsHttpHandler
    {
        // Connections follow a change of Stripe's addresses within minutes.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AllowAutoRedirect = false,
    };

    /// <summary>Sends one request and reads its answer as <typeparamref name="T"/>.</summary>
    /// <exception cref="StripeException">Stripe refused, or could not be reached, or answered something else than its API.</exception>
    internal async Task<T> RequestAsync<T>(
        HttpMethod method, string path, BaseOptions? options, RequestOptions? requestOptions, CancellationToken cancellationToken)
        where T : StripeEntity
    {
        var parameters = options is null ? [] : FormEncoder.Encode(options);
        return await RequestAsync<T>(method, path, parameters, requestOptions, cancellationToken);
    }

    internal async Task<T> RequestAsync<T>(
        HttpMethod method, string path, IReadOnlyList<KeyValuePair<string, string>> parameters, RequestOptions? requestOptions, CancellationToken cancellationToken)
        where T : StripeEntity
    {
        var response = await _transport.SendAsync(method, path, parameters, requestOptions, cancellationToken);
        var entity = StripeJson.Read<T>(response);
        entity.StripeResponse = response;
        return entity;
    }

    private static Func<HttpClient> Always(HttpClient client) => () => client;
}
