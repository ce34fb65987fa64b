namespace Storefront.Domain.Plans;

/// <summary>How far a price reaches: the paid term it buys.</summary>
public enum BillingInterval
{
    /// <summary>One billing period.</summary>
    Month,

    /// <summary>Twelve billing periods; hours are still granted month by month (FLU-02).</summary>
    Year,

    /// <summary>Bought once, without a term.</summary>
    Once,
}
