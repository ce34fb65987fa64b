namespace Storefront.Domain.Subscriptions;

/// <summary>How often a price is paid.</summary>
public enum BillingInterval
{
    Month,
    Year,

    /// <summary>A package: paid once.</summary>
    Once,
}
