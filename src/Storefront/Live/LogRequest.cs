using Storefront.Domain.Shared;
using Storefront.Store.EventLog;

namespace Storefront.Live;

/// <summary>What somebody follows of the log.</summary>
public class LogRequest
{
    /// <summary>Whose.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Which of its two.</summary>
    public EventStream Stream { get; init; } = EventStream.Customer;

    /// <summary>Only that ticket's events; null for all.</summary>
    public TicketId? Ticket { get; init; }

    /// <summary>Only that project's events; null for all.</summary>
    public ProjectId? Project { get; init; }

    /// <summary>Whether nothing of the stream is left out.</summary>
    internal bool IsWhole => Ticket is null && Project is null;

    /// <summary>Whether an event of the stream is asked for.</summary>
    internal bool Includes(StoredEvent happened) =>
        (Ticket is null || happened.TicketId == Ticket) && (Project is null || happened.ProjectId == Project);
}
