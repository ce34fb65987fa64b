namespace Storefront.Stripe;

/// <summary>Which page of a list. Lists are ordered newest first.</summary>
public class ListOptions : BaseOptions
{
    /// <summary>How many on a page: 1 to 100; Stripe's default is 10.</summary>
    public long? Limit { get; set; }

    /// <summary>The id of the last object of the page before; exclusive.</summary>
    public string? StartingAfter { get; set; }

    /// <summary>The id of the first object of the page after; exclusive.</summary>
    public string? EndingBefore { get; set; }
}
