using Storefront.Domain.Shared;

namespace Storefront.Features.Checkout;

/// <summary>The house does not sell in that currency.</summary>
/// <param name="CurrencyCode">What was asked for.</param>
public sealed record CurrencyNotOffered(string CurrencyCode) : Refusal
{
    public override string Code => "CURRENCY_NOT_OFFERED";
}

/// <summary>The order cannot be paid in that way.</summary>
/// <param name="Method">What was asked for.</param>
public sealed record PaymentMethodNotOffered(string Method) : Refusal
{
    public override string Code => "PAYMENT_METHOD_NOT_OFFERED";
}

/// <summary>Only an owner of the account buys in its name and says who belongs to it.</summary>
public sealed record OwnersOnly : Refusal
{
    public override string Code => "OWNERS_ONLY";
}

/// <summary>The payment page cannot be opened just now. The order is kept and can be paid later.</summary>
/// <param name="Reference">The order.</param>
public sealed record PaymentPageUnavailable(string Reference) : Refusal
{
    public override string Code => "PAYMENT_PAGE_UNAVAILABLE";
}
