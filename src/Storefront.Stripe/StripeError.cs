using Storefront.Stripe.Payments;

namespace Storefront.Stripe;

/// <summary>Why Stripe refused.</summary>
public sealed class StripeError : StripeEntity
{
    /// <summary>One of <see cref="StripeErrorTypes"/>.</summary>
    public string? Type { get; set; }

    /// <summary>A short word for programs, such as <c>card_declined</c> or <c>resource_missing</c>.</summary>
    public string? Code { get; set; }

    /// <summary>The bank's reason when a card was declined, such as <c>insufficient_funds</c>.</summary>
    public string? DeclineCode { get; set; }

    /// <summary>A sentence in English for developers; with a card error it may be shown to the customer.</summary>
    public string? Message { get; set; }

    /// <summary>The parameter that is at fault, such as <c>items[0][price]</c>.</summary>
    public string? Param { get; set; }

    public string? DocUrl { get; set; }

    public string? RequestLogUrl { get; set; }

    /// <summary>The id of the charge that failed.</summary>
    public string? Charge { get; set; }

    public string? AdviceCode { get; set; }

    public string? NetworkDeclineCode { get; set; }

    public PaymentIntent? PaymentIntent { get; set; }

    public PaymentMethod? PaymentMethod { get; set; }
}
