using System.Diagnostics.CodeAnalysis;

namespace Storefront.Stripe.TaxRates;

/// <summary>A tax that lines of sessions, subscriptions and invoices can carry. Its percentage never changes: a new rate is a new object.</summary>
public sealed class TaxRate : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "tax_rate";

    public bool Active { get; set; }

    public string? Country { get; set; }

    public DateTimeOffset Created { get; set; }

    public string? Description { get; set; }

    /// <summary>What the customer reads, such as <c>IVA</c>.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Whether amounts hold the tax already.</summary>
    public bool Inclusive { get; set; }

    public string? Jurisdiction { get; set; }

    public bool Livemode { get; set; }

    [AllowNull]
    public Dictionary<string, string> Metadata { get; set => field = value ?? []; } = [];

    /// <summary>0 to 100, up to four decimal places.</summary>
    public decimal Percentage { get; set; }
}
