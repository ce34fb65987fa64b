using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Store.EventLog;

namespace Storefront.Features.Desk;

/// <summary>A note was added among staff; it stands in staff's stream only (COM-06).</summary>
[EventType("ticket.note-added")]
public sealed record StaffNoteAdded(TicketId TicketId, TicketMessageId NoteId, UserId AuthorId) : TicketLogged(TicketId);

/// <summary>A member of staff took a ticket, or, null, left it; it stands in staff's stream only.</summary>
[EventType("ticket.assigned")]
public sealed record TicketAssigned(TicketId TicketId, UserId? AssigneeId) : TicketLogged(TicketId);

/// <summary>Time that was logged was taken back, and its minutes given back to the balance.</summary>
[EventType("ticket.work-reversed")]
public sealed record WorkReversed(TicketId TicketId, WorkLogId WorkLogId, int ChargedMinutes) : TicketLogged(TicketId);
