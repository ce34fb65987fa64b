namespace Storefront.Domain.Tickets;

/// <summary>Who does something to a ticket.</summary>
public enum TicketActor
{
    Customer,
    Staff,

    /// <summary>Nobody: its time has come.</summary>
    Clock,
}
