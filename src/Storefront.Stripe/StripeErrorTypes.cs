namespace Storefront.Stripe;

/// <summary>The values of <see cref="StripeError.Type"/>.</summary>
public static class StripeErrorTypes
{
    /// <summary>Something went wrong at Stripe.</summary>
    public const string ApiError = "api_error";

    /// <summary>Stripe could not be reached, did not answer in time, or the answer broke off: whether the request was done is not known.</summary>
    public const string ApiConnectionError = "api_connection_error";

    /// <summary>The card could not be charged.</summary>
    public const string CardError = "card_error";

    /// <summary>An idempotency key was used again with other parameters.</summary>
    public const string IdempotencyError = "idempotency_error";

    /// <summary>The request has wrong parameters, or asks for what is not there or not possible now.</summary>
    public const string InvalidRequestError = "invalid_request_error";
}
