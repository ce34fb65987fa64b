namespace Storefront.Stripe.Checkout;

public sealed class SessionGetOptions : BaseOptions;

public sealed class SessionUpdateOptions : BaseOptions
{
    public Dictionary<string, string?>? Metadata { get; set; }
}

public sealed class SessionExpireOptions : BaseOptions;

public sealed class SessionListLineItemsOptions : ListOptions;

public sealed class SessionListOptions : ListOptions
{
    public AnyOf<DateTimeOffset?, DateRangeOptions>? Created { get; set; }

    public string? Customer { get; set; }

    public string? PaymentIntent { get; set; }

    /// <summary><c>open</c>, <c>complete</c> or <c>expired</c>.</summary>
    public string? Status { get; set; }

    public string? Subscription { get; set; }
}
