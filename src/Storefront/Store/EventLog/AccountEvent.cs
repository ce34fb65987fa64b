using Storefront.Domain.Shared;

namespace Storefront.Store.EventLog;

/// <summary>
/// Something that happened to an account: a record of ids and numbers, marked with <see cref="EventTypeAttribute"/>. Personal text stays in
/// rows that it points to, which can be erased.
/// </summary>
public abstract record AccountEvent;

/// <summary>An event that belongs to a ticket: those who follow the ticket see it.</summary>
public interface ITicketEvent
{
    TicketId TicketId { get; }
}

/// <summary>An event that belongs to a project: those who follow the project see it.</summary>
public interface IProjectEvent
{
    ProjectId ProjectId { get; }
}
