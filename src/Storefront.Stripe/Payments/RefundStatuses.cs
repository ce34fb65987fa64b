namespace Storefront.Stripe.Payments;

/// <summary>Where a refund stands, in Stripe's words.</summary>
public static class RefundStatuses
{
    public const string Canceled = "canceled";
    public const string Failed = "failed";
    public const string Pending = "pending";
    public const string RequiresAction = "requires_action";
    public const string Succeeded = "succeeded";
}
