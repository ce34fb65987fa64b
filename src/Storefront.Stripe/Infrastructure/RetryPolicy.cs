using System.Globalization;
using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Storefront.Stripe.Infrastructure;

/// <summary>When a request is sent again, and how long is waited before. All attempts of a POST share one idempotency key.</summary>
internal static class RetryPolicy
{
    /// <summary>A longer <c>Retry-After</c> gives way to the client's own waits: whoever asked would have gone.</summary>
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(60);

    public static ResiliencePipeline<StripeResponse> Build(StripeClientOptions options)
    {
        var builder = new ResiliencePipelineBuilder<StripeResponse> { TimeProvider = options.TimeProvider };
        if (options.MaxNetworkRetries > 0)
        {
            builder.AddRetry(new RetryStrategyOptions<StripeResponse>
            {
                MaxRetryAttempts = options.MaxNetworkRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.MinNetworkRetryDelay,
                MaxDelay = options.MaxNetworkRetryDelay,
                ShouldHandle = arguments => ValueTask.FromResult(ShouldRetry(arguments.Outcome)),
                DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result is { } response ? RetryAfter(response) : null),
            });
        }

        return builder.AddTimeout(options.Timeout).Build();
    }

    /// <summary>Whether Stripe could not be reached, did not answer in time or broke off.</summary>
    public static bool IsConnectionFault(Exception fault) =>
        fault is HttpRequestException or IOException or TimeoutRejectedException or OperationCanceledException { InnerException: TimeoutException };

    private static bool ShouldRetry(Outcome<StripeResponse> outcome)
    {
        if (outcome.Exception is { } fault)
        {
            return IsConnectionFault(fault);
        }

        var response = outcome.Result!;
        return response.Header("Stripe-Should-Retry") switch
        {
            "true" => true,
            "false" => false,
            _ => response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500,
        };
    }

    private static TimeSpan? RetryAfter(StripeResponse response) =>
        int.TryParse(response.Header("Retry-After"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= LongestRetryAfter.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
