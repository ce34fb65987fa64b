using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Store.EventLog;

namespace Storefront.Features.Meetings;

/// <summary>A meeting of the account was agreed, moved or called off.</summary>
[EventType("meeting.changed")]
public sealed record MeetingChanged(MeetingId MeetingId, MeetingKind Kind, MeetingStatus Status, Instant StartsAt) : AccountEvent;

/// <summary>A meeting about a ticket was agreed, moved or called off.</summary>
[EventType("ticket.meeting-changed")]
public sealed record TicketMeetingChanged(TicketId TicketId, MeetingId MeetingId, MeetingStatus Status, Instant StartsAt) : TicketLogged(TicketId);
