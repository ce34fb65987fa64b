using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Store.EventLog;

namespace Storefront.Features.Tickets.Intake;

/// <summary>Its analysis ended (ALF-07).</summary>
[EventType("ticket.analysed")]
public sealed record TicketAnalysed(TicketId TicketId, AnalysisOutcome Outcome) : TicketLogged(TicketId);

/// <summary>It was turned down: it is outside support, or came by the wrong way (ALF-01, SEN-12, SEN-13).</summary>
[EventType("ticket.turned-down")]
public sealed record TicketTurnedDown(TicketId TicketId, string ReasonKey) : TicketLogged(TicketId);

/// <summary>The customer wants a quote of what was turned down.</summary>
[EventType("ticket.quote-asked")]
public sealed record TicketQuoteAsked(TicketId TicketId) : TicketLogged(TicketId);

/// <summary>The customer asked for priority (ALF-10).</summary>
[EventType("ticket.priority-asked")]
public sealed record TicketPriorityAsked(TicketId TicketId) : TicketLogged(TicketId);

/// <summary>The customer granted the access without which work does not begin (ALF-11).</summary>
[EventType("ticket.access-granted")]
public sealed record TicketAccessGranted(TicketId TicketId) : TicketLogged(TicketId);

/// <summary>It was found out whether it can be done (FLU-27).</summary>
[EventType("ticket.viability-assessed")]
public sealed record TicketViabilityAssessed(TicketId TicketId, bool IsViable) : TicketLogged(TicketId);
