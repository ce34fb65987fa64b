namespace Storefront.Stripe.Invoices;

public sealed class InvoiceCreateOptions : BaseOptions
{
    public bool? AutoAdvance { get; set; }

    /// <summary><c>charge_automatically</c> or <c>send_invoice</c>.</summary>
    public string? CollectionMethod { get; set; }

    public string? Currency { get; set; }

    /// <summary>Required: the customer's id.</summary>
    public string? Customer { get; set; }

    /// <summary>With <c>send_invoice</c>: how many days the customer has.</summary>
    public long? DaysUntilDue { get; set; }

    public string? DefaultPaymentMethod { get; set; }

    public List<string>? DefaultTaxRates { get; set; }

    public string? Description { get; set; }

    public DateTimeOffset? DueDate { get; set; }

    public string? Footer { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    /// <summary><c>include</c> takes the items that wait; <c>exclude</c>, the default, makes an empty draft.</summary>
    public string? PendingInvoiceItemsBehavior { get; set; }

    /// <summary>Only the items that wait for this subscription.</summary>
    public string? Subscription { get; set; }
}

public sealed class InvoiceUpdateOptions : BaseOptions
{
    public bool? AutoAdvance { get; set; }

    public string? CollectionMethod { get; set; }

    public long? DaysUntilDue { get; set; }

    public string? DefaultPaymentMethod { get; set; }

    public List<string>? DefaultTaxRates { get; set; }

    public string? Description { get; set; }

    public DateTimeOffset? DueDate { get; set; }

    public string? Footer { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }
}

public sealed class InvoiceFinalizeOptions : BaseOptions
{
    public bool? AutoAdvance { get; set; }
}

public sealed class InvoicePayOptions : BaseOptions
{
    public bool? Forgive { get; set; }

    public bool? OffSession { get; set; }

    /// <summary>Records it as paid without charging anything.</summary>
    public bool? PaidOutOfBand { get; set; }

    public string? PaymentMethod { get; set; }
}

public sealed class InvoiceGetOptions : BaseOptions;

public sealed class InvoiceDeleteOptions : BaseOptions;

public sealed class InvoiceVoidOptions : BaseOptions;

public sealed class InvoiceMarkUncollectibleOptions : BaseOptions;

public sealed class InvoiceSendOptions : BaseOptions;

public sealed class InvoiceListLineItemsOptions : ListOptions;

public sealed class InvoiceListOptions : ListOptions
{
    public string? CollectionMethod { get; set; }

    public AnyOf<DateTimeOffset?, DateRangeOptions>? Created { get; set; }

    public string? Customer { get; set; }

    public AnyOf<DateTimeOffset?, DateRangeOptions>? DueDate { get; set; }

    /// <summary>One of <see cref="InvoiceStatuses"/>.</summary>
    public string? Status { get; set; }

    public string? Subscription { get; set; }
}
