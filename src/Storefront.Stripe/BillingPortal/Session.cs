namespace Storefront.Stripe.BillingPortal;

/// <summary>A visit of a customer to the pages where cards and invoices are looked after.</summary>
public sealed class Session : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "billing_portal.session";

    public DateTimeOffset Created { get; set; }

    /// <summary>The customer's id.</summary>
    public string Customer { get; set; } = "";

    public bool Livemode { get; set; }

    public string? Locale { get; set; }

    /// <summary>Where the customer goes afterwards.</summary>
    public string? ReturnUrl { get; set; }

    /// <summary>Where to send the customer; valid for minutes.</summary>
    public string Url { get; set; } = "";
}
