using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Store.EventLog;

namespace Storefront.Features.Tickets;

/// <summary>Something that happened to a ticket, as the account's log keeps it.</summary>
public abstract record TicketLogged(TicketId TicketId) : AccountEvent, ITicketEvent;

/// <summary>It was sent.</summary>
[EventType("ticket.opened")]
public sealed record TicketOpened(TicketId TicketId, int Number, string KindKey, string ProposedClassKey, TicketStatus Status) : TicketLogged(TicketId);

/// <summary>A message was added that both sides see.</summary>
[EventType("ticket.replied")]
public sealed record TicketReplied(TicketId TicketId, TicketMessageId MessageId, UserId AuthorId, bool FromStaff) : TicketLogged(TicketId)
{
    public static TicketReplied Of(TicketMessage message) => new(message.TicketId, message.Id, message.AuthorId, message.IsFromStaff);
}

/// <summary>The house confirmed the class or changed it (FLU-13).</summary>
[EventType("ticket.classified")]
public sealed record TicketClassified(TicketId TicketId, string FromClassKey, string ToClassKey, bool Changed) : TicketLogged(TicketId);

[EventType("ticket.status-changed")]
public sealed record TicketStatusChanged(TicketId TicketId, TicketStatus From, TicketStatus To, TicketActor Actor) : TicketLogged(TicketId);

/// <summary>It was given a day, or another one.</summary>
[EventType("ticket.planned")]
public sealed record TicketPlanned(TicketId TicketId, LocalDate Day) : TicketLogged(TicketId);

/// <summary>A temporary solution is in place (FLU-16).</summary>
[EventType("ticket.workaround-recorded")]
public sealed record TicketWorkaroundRecorded(TicketId TicketId) : TicketLogged(TicketId);

/// <summary>Time was worked on it.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="WorkLogId">The log.</param>
/// <param name="Minutes">Minutes worked.</param>
/// <param name="ChargedMinutes">Minutes taken from the balance.</param>
[EventType("ticket.work-logged")]
public sealed record WorkLogged(TicketId TicketId, WorkLogId WorkLogId, int Minutes, int ChargedMinutes) : TicketLogged(TicketId);

/// <summary>A promise ran out.</summary>
[EventType("ticket.target-missed")]
public sealed record TicketTargetMissed(TicketId TicketId, TargetKind Target, Instant DueAt) : TicketLogged(TicketId);

/// <summary>A promise is about to run out; only staff are told.</summary>
[EventType("ticket.target-warned")]
public sealed record TicketTargetWarned(TicketId TicketId, TargetKind Target, Instant DueAt) : TicketLogged(TicketId);

/// <summary>The promise that is kept for one ticket at a time began to run (FEN-16).</summary>
[EventType("ticket.target-started")]
public sealed record TicketTargetStarted(TicketId TicketId) : TicketLogged(TicketId);

/// <summary>Its customer put it in another place among its own.</summary>
[EventType("ticket.queue-changed")]
public sealed record TicketQueueChanged(TicketId TicketId) : TicketLogged(TicketId);

/// <summary>The customer said what it thinks of the work.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Rating">1 to 5.</param>
[EventType("ticket.rated")]
public sealed record TicketRated(TicketId TicketId, int Rating) : TicketLogged(TicketId);
