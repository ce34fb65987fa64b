using System.Net;

namespace Storefront.Stripe;

/// <summary>Stripe refused a request, could not be reached, or a webhook could not be believed.</summary>
public sealed class StripeException : Exception
{
    public StripeException()
    {
    }

    public StripeException(string message)
        : base(message)
    {
    }

    public StripeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public StripeException(HttpStatusCode httpStatusCode, StripeError stripeError, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        HttpStatusCode = httpStatusCode;
        StripeError = stripeError;
    }

    /// <summary>The status of the answer; 0 when there was none.</summary>
    public HttpStatusCode HttpStatusCode { get; }

    /// <summary>Null when the fault is not an answer's: a forged webhook, say.</summary>
    public StripeError? StripeError { get; }

    /// <summary>Null when there was no answer.</summary>
    public StripeResponse? StripeResponse { get; internal init; }

    /// <summary>The id to name when asking Stripe about this request.</summary>
    public string? RequestId => StripeResponse?.RequestId;

    /// <summary>
    /// True when the same request may succeed later: Stripe could not be reached, was busy or failed. Whether it was done is not
    /// known; repeat it with the same idempotency key.
    /// </summary>
    public bool IsTransient => StripeError?.Type == StripeErrorTypes.ApiConnectionError || (int)HttpStatusCode is 409 or 429 or >= 500;
}
