using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Storefront.Stripe.Infrastructure;
using Storefront.Stripe.Payments;

namespace Storefront.Stripe.Customers;

/// <summary>Who pays.</summary>
public sealed class Customer : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "customer";

    public Address? Address { get; set; }

    /// <summary>In the currency's minor unit; negative is credit, positive is added to the next invoice.</summary>
    public long Balance { get; set; }

    public DateTimeOffset Created { get; set; }

    /// <summary>The currency of the customer's subscriptions, once there is one.</summary>
    public string? Currency { get; set; }

    /// <summary>True for what is left of a deleted customer; nothing else than the id is set then.</summary>
    public bool? Deleted { get; set; }

    /// <summary>Whether the latest invoice is overdue or its last charge failed.</summary>
    public bool? Delinquent { get; set; }

    public string? Description { get; set; }

    public string? Email { get; set; }

    public CustomerInvoiceSettings? InvoiceSettings { get; set; }

    public bool Livemode { get; set; }

    [AllowNull]
    public Dictionary<string, string> Metadata { get; set => field = value ?? []; } = [];

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public List<string>? PreferredLocales { get; set; }

    public string? TaxExempt { get; set; }

    [JsonIgnore]
    public string? TestClockId => InternalTestClock?.Id;

    [JsonInclude]
    [JsonPropertyName("test_clock")]
    internal ExpandableField<TestHelpers.TestClock>? InternalTestClock { get; set; }
}

/// <summary>What a customer's invoices have in common.</summary>
public sealed class CustomerInvoiceSettings
{
    [JsonIgnore]
    public string? DefaultPaymentMethodId => InternalDefaultPaymentMethod?.Id;

    [JsonIgnore]
    public PaymentMethod? DefaultPaymentMethod => InternalDefaultPaymentMethod?.ExpandedObject;

    public string? Footer { get; set; }

    [JsonInclude]
    [JsonPropertyName("default_payment_method")]
    internal ExpandableField<PaymentMethod>? InternalDefaultPaymentMethod { get; set; }
}
