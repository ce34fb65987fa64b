using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Storefront.Stripe.Customers;
using Storefront.Stripe.Infrastructure;
using Storefront.Stripe.Invoices;
using Storefront.Stripe.Payments;
using Storefront.Stripe.TaxRates;

namespace Storefront.Stripe.Subscriptions;

/// <summary>What a customer pays again and again. Periods belong to its items: see <see cref="SubscriptionItem.CurrentPeriodEnd"/>.</summary>
public sealed class Subscription : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "subscription";

    /// <summary>Fixes the day and time of every renewal.</summary>
    public DateTimeOffset BillingCycleAnchor { get; set; }

    /// <summary>When it is going to end, if that has been asked for.</summary>
    public DateTimeOffset? CancelAt { get; set; }

    /// <summary>Whether it ends with the present period instead of renewing.</summary>
    public bool CancelAtPeriodEnd { get; set; }

    /// <summary>When its end was asked for; it may run on until <see cref="EndedAt"/>.</summary>
    public DateTimeOffset? CanceledAt { get; set; }

    public SubscriptionCancellationDetails? CancellationDetails { get; set; }

    /// <summary><c>charge_automatically</c> or <c>send_invoice</c>.</summary>
    public string CollectionMethod { get; set; } = "";

    public DateTimeOffset Created { get; set; }

    public string Currency { get; set; } = "";

    [JsonIgnore]
    public string CustomerId => InternalCustomer?.Id ?? "";

    [JsonIgnore]
    public Customer? Customer => InternalCustomer?.ExpandedObject;

    public long? DaysUntilDue { get; set; }

    [JsonIgnore]
    public string? DefaultPaymentMethodId => InternalDefaultPaymentMethod?.Id;

    [JsonIgnore]
    public PaymentMethod? DefaultPaymentMethod => InternalDefaultPaymentMethod?.ExpandedObject;

    /// <summary>The taxes of items that have none of their own.</summary>
    [AllowNull]
    public List<TaxRate> DefaultTaxRates { get; set => field = value ?? []; } = [];

    public string? Description { get; set; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public StripeList<SubscriptionItem> Items { get; set; } = new();

    [JsonIgnore]
    public string? LatestInvoiceId => InternalLatestInvoice?.Id;

    [JsonIgnore]
    public Invoice? LatestInvoice => InternalLatestInvoice?.ExpandedObject;

    public bool Livemode { get; set; }

    [AllowNull]
    public Dictionary<string, string> Metadata { get; set => field = value ?? []; } = [];

    /// <summary>When items that wait are invoiced next, apart from renewals; see <see cref="PendingInvoiceItemInterval"/>.</summary>
    public DateTimeOffset? NextPendingInvoiceItemInvoice { get; set; }

    /// <summary>Set while nothing is collected; periods go on.</summary>
    public SubscriptionPauseCollection? PauseCollection { get; set; }

    public SubscriptionPendingInvoiceItemInterval? PendingInvoiceItemInterval { get; set; }

    public SubscriptionPendingUpdate? PendingUpdate { get; set; }

    public DateTimeOffset StartDate { get; set; }

    /// <summary>One of <see cref="SubscriptionStatuses"/>.</summary>
    public string Status { get; set; } = "";

    [JsonIgnore]
    public string? TestClockId => InternalTestClock?.Id;

    public DateTimeOffset? TrialEnd { get; set; }

    public DateTimeOffset? TrialStart { get; set; }

    [JsonInclude]
    [JsonPropertyName("customer")]
    internal ExpandableField<Customer>? InternalCustomer { get; set; }

    [JsonInclude]
    [JsonPropertyName("default_payment_method")]
    internal ExpandableField<PaymentMethod>? InternalDefaultPaymentMethod { get; set; }

    [JsonInclude]
    [JsonPropertyName("latest_invoice")]
    internal ExpandableField<Invoice>? InternalLatestInvoice { get; set; }

    [JsonInclude]
    [JsonPropertyName("test_clock")]
    internal ExpandableField<TestHelpers.TestClock>? InternalTestClock { get; set; }
}
