namespace Storefront.Stripe.Customers;

public sealed class AddressOptions : INestedOptions
{
    public string? City { get; set; }

    /// <summary>ISO 3166-1, two letters.</summary>
    public string? Country { get; set; }

    public string? Line1 { get; set; }

    public string? Line2 { get; set; }

    public string? PostalCode { get; set; }

    public string? State { get; set; }
}
