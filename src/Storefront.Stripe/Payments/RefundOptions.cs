namespace Storefront.Stripe.Payments;

public sealed class RefundCreateOptions : BaseOptions
{
    /// <summary>In the currency's minor unit; null gives back all that is left.</summary>
    public long? Amount { get; set; }

    public string? Charge { get; set; }

    public Dictionary<string, string?>? Metadata { get; set; }

    public string? PaymentIntent { get; set; }

    /// <summary><c>duplicate</c>, <c>fraudulent</c> or <c>requested_by_customer</c>.</summary>
    public string? Reason { get; set; }
}

public sealed class RefundUpdateOptions : BaseOptions
{
    public Dictionary<string, string?>? Metadata { get; set; }
}

public sealed class RefundGetOptions : BaseOptions;

public sealed class RefundCancelOptions : BaseOptions;

public sealed class RefundListOptions : ListOptions
{
    public string? Charge { get; set; }

    public AnyOf<DateTimeOffset?, DateRangeOptions>? Created { get; set; }

    public string? PaymentIntent { get; set; }
}
