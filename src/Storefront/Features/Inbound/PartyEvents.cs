using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Store.EventLog;

namespace Storefront.Features.Inbound;

/// <summary>Somebody else takes part in a ticket, or no longer does.</summary>
[EventType("ticket.party-changed")]
public sealed record TicketPartyChanged(TicketId TicketId, TicketPartyId PartyId, bool TakesPart) : TicketLogged(TicketId);

/// <summary>A third party wrote (FEN-17).</summary>
[EventType("ticket.third-party-wrote")]
public sealed record TicketThirdPartyWrote(TicketId TicketId, TicketMessageId MessageId, TicketPartyId PartyId) : TicketLogged(TicketId);
