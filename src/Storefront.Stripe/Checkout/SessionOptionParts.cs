namespace Storefront.Stripe.Checkout;

public sealed class SessionAfterExpirationOptions : INestedOptions
{
    public SessionAfterExpirationRecoveryOptions? Recovery { get; set; }
}

public sealed class SessionAfterExpirationRecoveryOptions : INestedOptions
{
    public bool? AllowPromotionCodes { get; set; }

    /// <summary>Required.</summary>
    public bool? Enabled { get; set; }
}

/// <summary>What of the customer is overwritten with what was typed on the page: each <c>auto</c> or <c>never</c>.</summary>
public sealed class SessionCustomerUpdateOptions : INestedOptions
{
    public string? Address { get; set; }

    public string? Name { get; set; }

    public string? Shipping { get; set; }
}

public sealed class SessionDiscountOptions : INestedOptions
{
    /// <summary>The coupon's id.</summary>
    public string? Coupon { get; set; }

    /// <summary>The promotion code's id; either this or <see cref="Coupon"/>.</summary>
    public string? PromotionCode { get; set; }
}

public sealed class SessionInvoiceCreationOptions : INestedOptions
{
    /// <summary>Required.</summary>
    public bool? Enabled { get; set; }

    public SessionInvoiceCreationInvoiceDataOptions? InvoiceData { get; set; }
}

public sealed class SessionInvoiceCreationInvoiceDataOptions : INestedOptions
{
    public string? Description { get; set; }

    public string? Footer { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }
}

public sealed class SessionPaymentIntentDataOptions : INestedOptions
{
    public string? Description { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    public string? ReceiptEmail { get; set; }

    /// <summary><c>off_session</c> or <c>on_session</c>: keeps the card for later.</summary>
    public string? SetupFutureUsage { get; set; }
}

public sealed class SessionTaxIdCollectionOptions : INestedOptions
{
    /// <summary>Required.</summary>
    public bool? Enabled { get; set; }
}
