using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Storefront.Stripe.Customers;
using Storefront.Stripe.Infrastructure;
using Storefront.Stripe.Payments;

namespace Storefront.Stripe.Invoices;

/// <summary>
/// What is owed, and whether it was paid. All amounts are in the currency's minor unit. The subscription that it belongs to is
/// found in <see cref="Parent"/>, the payments in <see cref="Payments"/> once expanded.
/// </summary>
public sealed class Invoice : StripeEntity, IHasId, IHasObject
{
    public string Id { get; set; } = "";

    public string Object { get; set; } = "invoice";

    /// <summary>The total less the customer's balance; what is to be paid.</summary>
    public long AmountDue { get; set; }

    public long AmountOverpaid { get; set; }

    public long AmountPaid { get; set; }

    public long AmountRemaining { get; set; }

    /// <summary>How often a charge was tried.</summary>
    public long AttemptCount { get; set; }

    public bool Attempted { get; set; }

    /// <summary>Whether Stripe goes on by itself: finalizes, collects, tries again.</summary>
    public bool? AutoAdvance { get; set; }

    public DateTimeOffset? AutomaticallyFinalizesAt { get; set; }

    /// <summary><c>subscription_create</c>, <c>subscription_cycle</c>, <c>subscription_update</c>, <c>automatic_pending_invoice_item_invoice</c>, <c>manual</c> and others.</summary>
    public string? BillingReason { get; set; }

    public string CollectionMethod { get; set; } = "";

    public DateTimeOffset Created { get; set; }

    /// <summary>ISO 4217, lower case.</summary>
    public string Currency { get; set; } = "";

    [JsonIgnore]
    public string? CustomerId => InternalCustomer?.Id;

    [JsonIgnore]
    public Customer? Customer => InternalCustomer?.ExpandedObject;

    public string? CustomerEmail { get; set; }

    public string? CustomerName { get; set; }

    public bool? Deleted { get; set; }

    public string? Description { get; set; }

    /// <summary>Only with <c>send_invoice</c>.</summary>
    public DateTimeOffset? DueDate { get; set; }

    public DateTimeOffset? EffectiveAt { get; set; }

    /// <summary>The customer's balance after this invoice; null until it is finalized.</summary>
    public long? EndingBalance { get; set; }

    /// <summary>A page where it can be read and paid; null until it is finalized.</summary>
    public string? HostedInvoiceUrl { get; set; }

    public string? InvoicePdf { get; set; }

    public StripeError? LastFinalizationError { get; set; }

    /// <summary>The first lines; the rest by <see cref="InvoiceService.ListLineItemsAsync"/>.</summary>
    public StripeList<InvoiceLineItem> Lines { get; set; } = new();

    public bool Livemode { get; set; }

    [AllowNull]
    public Dictionary<string, string> Metadata { get; set => field = value ?? []; } = [];

    /// <summary>When the next charge is tried; null when none will be.</summary>
    public DateTimeOffset? NextPaymentAttempt { get; set; }

    /// <summary>Null for a draft.</summary>
    public string? Number { get; set; }

    /// <summary>Where the invoice came from; null for one made by hand.</summary>
    public InvoiceParent? Parent { get; set; }

    /// <summary>Sent only when expanded: <c>expand[]=payments</c>.</summary>
    public StripeList<InvoicePayment>? Payments { get; set; }

    public DateTimeOffset PeriodEnd { get; set; }

    /// <summary>Of the period in which waiting items were collected; what the lines are for is in the lines' periods.</summary>
    public DateTimeOffset PeriodStart { get; set; }

    public string? ReceiptNumber { get; set; }

    public long StartingBalance { get; set; }

    /// <summary>One of <see cref="InvoiceStatuses"/>; null for a preview.</summary>
    public string? Status { get; set; }

    public InvoiceStatusTransitions StatusTransitions { get; set; } = new();

    /// <summary>Before discounts and exclusive tax.</summary>
    public long Subtotal { get; set; }

    public long? SubtotalExcludingTax { get; set; }

    [JsonIgnore]
    public string? TestClockId => InternalTestClock?.Id;

    /// <summary>After discounts and tax.</summary>
    public long Total { get; set; }

    public long? TotalExcludingTax { get; set; }

    [AllowNull]
    public List<InvoiceDiscountAmount> TotalDiscountAmounts { get; set => field = value ?? []; } = [];

    [AllowNull]
    public List<InvoiceTax> TotalTaxes { get; set => field = value ?? []; } = [];

    [JsonInclude]
    [JsonPropertyName("customer")]
    internal ExpandableField<Customer>? InternalCustomer { get; set; }

    [JsonInclude]
    [JsonPropertyName("default_payment_method")]
    internal ExpandableField<PaymentMethod>? InternalDefaultPaymentMethod { get; set; }

    [JsonInclude]
    [JsonPropertyName("test_clock")]
    internal ExpandableField<TestHelpers.TestClock>? InternalTestClock { get; set; }
}
