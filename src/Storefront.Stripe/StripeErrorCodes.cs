namespace Storefront.Stripe;

/// <summary>The values of <see cref="StripeError.Code"/> that a program is likely to act on.</summary>
public static class StripeErrorCodes
{
    public const string CardDeclined = "card_declined";
    public const string ChargeAlreadyRefunded = "charge_already_refunded";
    public const string ExpiredCard = "expired_card";
    public const string IdempotencyKeyInUse = "idempotency_key_in_use";
    public const string LockTimeout = "lock_timeout";
    public const string ParameterInvalidEmpty = "parameter_invalid_empty";
    public const string ParameterMissing = "parameter_missing";
    public const string ParameterUnknown = "parameter_unknown";
    public const string RateLimit = "rate_limit";
    public const string ResourceAlreadyExists = "resource_already_exists";
    public const string ResourceMissing = "resource_missing";
}
