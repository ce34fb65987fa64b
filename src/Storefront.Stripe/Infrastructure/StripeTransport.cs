using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using Polly;

namespace Storefront.Stripe.Infrastructure;

/// <summary>Sends requests over HTTP: address, headers, repetitions, and faults as <see cref="StripeException"/>.</summary>
internal sealed class StripeTransport
{
    private static readonly ProductInfoHeaderValue UserAgent = new("Storefront.Stripe", "1.0");

    private readonly StripeClientOptions _options;
    private readonly Func<HttpClient> _httpClients;
    private readonly ResiliencePipeline<StripeResponse> _pipeline;

    public StripeTransport(StripeClientOptions options, Func<HttpClient> httpClients)
    {
        _options = options;
        _httpClients = httpClients;
        _pipeline = RetryPolicy.Build(options);
    }

    public async Task<StripeResponse> SendAsync(
        HttpMethod method, string path, IReadOnlyList<KeyValuePair<string, string>> parameters, RequestOptions? requestOptions, CancellationToken cancellationToken)
    {
        var form = FormEncoder.ToForm(parameters);
        var address = Address(path, method == HttpMethod.Post ? "" : form);
        var key = CheckedKey(requestOptions?.ApiKey ?? _options.ApiKey, address);

        // One key for all attempts: a repetition of what had been done is answered, not done again.
        var idempotencyKey = method == HttpMethod.Post
            ? requestOptions?.IdempotencyKey ?? Guid.CreateVersion7(_options.TimeProvider.GetUtcNow()).ToString()
            : requestOptions?.IdempotencyKey;

        var attempts = 0;
        StripeResponse response;
        try
        {
            response = await _pipeline.ExecuteAsync(
                async token =>
                {
                    attempts++;
                    using var request = new HttpRequestMessage(method, address);
                    SetHeaders(request.Headers, key, idempotencyKey, requestOptions);
                    if (method == HttpMethod.Post)
                    {
                        request.Content = new StringContent(form, Encoding.UTF8, MediaTypeNames.Application.FormUrlEncoded);
                    }

                    using var answer = await _httpClients().SendAsync(request, token);
                    var content = await answer.Content.ReadAsStringAsync(token);
                    return new StripeResponse(answer.StatusCode, answer.Headers, content);
                },
                cancellationToken);
        }
        catch (Exception fault) when (RetryPolicy.IsConnectionFault(fault) && !cancellationToken.IsCancellationRequested)
        {
            throw ErrorHelper.NotReached(address, fault);
        }

        response.NumRetries = attempts - 1;
        return response.IsSuccess ? response : throw ErrorHelper.Refused(response);
    }

    private static string CheckedKey(string key, Uri address)
    {
        if (string.IsNullOrEmpty(key))
        {
            throw ErrorHelper.NoKey();
        }

        if (key.Any(char.IsWhiteSpace))
        {
            throw ErrorHelper.KeyHasSpaces();
        }

        var isLive = key.Contains("_live_", StringComparison.Ordinal);
        return isLive && address.Scheme != Uri.UriSchemeHttps ? throw ErrorHelper.LiveKeyOverHttp() : key;
    }

    private static void SetHeaders(HttpRequestHeaders headers, string key, string? idempotencyKey, RequestOptions? requestOptions)
    {
        headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        headers.UserAgent.Add(UserAgent);
        headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaTypeNames.Application.Json));
        headers.Add("Stripe-Version", StripeConfiguration.ApiVersion);
        AddIfSet("Idempotency-Key", idempotencyKey);
        AddIfSet("Stripe-Account", requestOptions?.StripeAccount);
        AddIfSet("Stripe-Context", requestOptions?.StripeContext);

        void AddIfSet(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                headers.Add(name, value);
            }
        }
    }

    private Uri Address(string path, string query)
    {
        var address = _options.ApiBase.AbsoluteUri.TrimEnd('/') + path;
        return new Uri(query.Length == 0 ? address : $"{address}?{query}");
    }
}
