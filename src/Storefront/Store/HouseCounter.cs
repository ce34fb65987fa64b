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

    /// <summary>The numbering of invoices, in which nothing may be left out.</summary>
    public const string Invoices = "invoices";

    /// <summary>The numbering of credit notes, in which nothing may be left out.</summary>
    public const string CreditNotes = "credit-notes";

    /// <summary>The order in which payments and refunds became due to be put on paper.</summary>
    public const string InvoiceEntries = "invoice-entries";

    /// <summary>The numbering of what customers say that they paid.</summary>
    public const string PaymentNotices = "payment-notices";

    public required string Name { get; init; }

    /// <summary>The number that comes next.</summary>
    public required long Next { get; set; }
}
