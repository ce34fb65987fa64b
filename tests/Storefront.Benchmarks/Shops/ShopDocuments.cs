namespace Storefront.Benchmarks.Shops;

/// <summary>What is asked of the shop.</summary>
internal static class ShopDocuments
{
    public const string Plans = "{ plans { key name rank monthlyMinutes prices { interval amount { amount currency } total { amount currency } } } }";

    public const string Customer = "{ customer { name tickets { number subject status events { sequence kind } } } }";

    /// <summary>The same answer, its lists fetched by data loaders.</summary>
    public const string LoadedCustomer =
        "{ customer { name tickets: loadedTickets { number subject status events: loadedEvents { sequence kind } } } }";
}
