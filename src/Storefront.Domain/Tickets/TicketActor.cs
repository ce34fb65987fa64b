namespace Storefront.Domain.Tickets;

/// <summary>Who does something to a ticket.</summary>
public enum TicketActor
{
    /// <summary>A member of the customer's account.</summary>
    Customer,

    /// <summary>Somebody of the house.</summary>
    Staff,

    /// <summary>Nobody: its time has come.</summary>
    Clock,
}
