namespace Storefront.Stripe.Checkout;

public sealed class SessionCreateOptions : BaseOptions
{
    public SessionAfterExpirationOptions? AfterExpiration { get; set; }

    public bool? AllowPromotionCodes { get; set; }

    /// <summary>Which means of payment may be offered, such as <c>card</c>; null leaves it to Stripe.</summary>
    public List<string>? AllowedPaymentMethodTypes { get; set; }

    /// <summary><c>auto</c> or <c>required</c>.</summary>
    public string? BillingAddressCollection { get; set; }

    /// <summary>Where the page's back link leads.</summary>
    public string? CancelUrl { get; set; }

    /// <summary>The caller's own reference; comes back with the session.</summary>
    public string? ClientReferenceId { get; set; }

    public string? Currency { get; set; }

    /// <summary>The customer's id; either this or <see cref="CustomerEmail"/>.</summary>
    public string? Customer { get; set; }

    /// <summary>In payment mode: <c>always</c> or <c>if_required</c>.</summary>
    public string? CustomerCreation { get; set; }

    public string? CustomerEmail { get; set; }

    public SessionCustomerUpdateOptions? CustomerUpdate { get; set; }

    /// <summary>What is taken off; one at most, and not together with <see cref="AllowPromotionCodes"/>.</summary>
    public List<SessionDiscountOptions>? Discounts { get; set; }

    /// <summary>Half an hour to a day from now.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>In payment mode: whether an invoice is made as well.</summary>
    public SessionInvoiceCreationOptions? InvoiceCreation { get; set; }

    public List<SessionLineItemOptions>? LineItems { get; set; }

    /// <summary>The page's language, such as <c>es</c>, <c>es-419</c>, <c>pt-BR</c>, <c>en</c> or <c>auto</c>.</summary>
    public string? Locale { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    /// <summary>Required: <c>payment</c>, <c>setup</c> or <c>subscription</c>.</summary>
    public string? Mode { get; set; }

    /// <summary>In payment mode.</summary>
    public SessionPaymentIntentDataOptions? PaymentIntentData { get; set; }

    /// <summary>In subscription mode: <c>always</c>, or <c>if_required</c> for a free start without a card.</summary>
    public string? PaymentMethodCollection { get; set; }

    /// <summary><c>auto</c>, <c>pay</c>, <c>book</c>, <c>donate</c> or <c>subscribe</c>.</summary>
    public string? SubmitType { get; set; }

    /// <summary>In subscription mode.</summary>
    public SessionSubscriptionDataOptions? SubscriptionData { get; set; }

    /// <summary>Where the customer goes after paying; <c>{CHECKOUT_SESSION_ID}</c> in it is replaced.</summary>
    public string? SuccessUrl { get; set; }

    public SessionTaxIdCollectionOptions? TaxIdCollection { get; set; }

    /// <summary><c>hosted_page</c>, the default, and others.</summary>
    public string? UiMode { get; set; }
}
