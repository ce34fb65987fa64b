namespace Storefront.Store;

/// <summary>A numbering that people see, such as tickets. Taken last in a transaction, because it makes others wait.</summary>
public sealed class HouseCounter
{
    /// <summary>The numbering of tickets.</summary>
    public const string Tickets = "tickets";

    /// <summary>The numbering of projects.</summary>
    public const string Projects = "projects";

    /// <summary>The numbering of orders.</summary>
    public const string Orders = "orders";

    public required string Name { get; init; }

    /// <summary>The number that comes next.</summary>
    public required long Next { get; set; }
}
