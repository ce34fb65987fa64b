namespace Storefront.Stripe.Payments;

public sealed class PaymentIntentGetOptions : BaseOptions;

public sealed class PaymentIntentListOptions : ListOptions
{
    public AnyOf<DateTimeOffset?, DateRangeOptions>? Created { get; set; }

    public string? Customer { get; set; }
}
