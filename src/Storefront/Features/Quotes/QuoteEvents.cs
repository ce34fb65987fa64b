using NodaTime;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Store.EventLog;

namespace Storefront.Features.Quotes;

/// <summary>Something that happened to a quote, as the account's log keeps it.</summary>
public abstract record QuoteLogged(TicketId TicketId, QuoteId QuoteId, int QuoteVersion) : TicketLogged(TicketId);

/// <summary>It was issued; an open one before it is superseded.</summary>
[EventType("quote.issued")]
public sealed record QuoteIssued(
    TicketId TicketId, QuoteId QuoteId, int QuoteVersion, QuoteSettlement Settlement, int Minutes, Instant ExpiresAt) : QuoteLogged(TicketId, QuoteId, QuoteVersion);

/// <summary>The customer agreed.</summary>
[EventType("quote.approved")]
public sealed record QuoteApproved(
    TicketId TicketId, QuoteId QuoteId, int QuoteVersion, QuoteStatus Status, UserId ApprovedBy) : QuoteLogged(TicketId, QuoteId, QuoteVersion);

/// <summary>Its amount was paid; the work is released (ALF-08).</summary>
[EventType("quote.paid")]
public sealed record QuotePaid(TicketId TicketId, QuoteId QuoteId, int QuoteVersion) : QuoteLogged(TicketId, QuoteId, QuoteVersion);

/// <summary>The customer does not want it.</summary>
[EventType("quote.declined")]
public sealed record QuoteDeclined(
    TicketId TicketId, QuoteId QuoteId, int QuoteVersion, UserId DeclinedBy) : QuoteLogged(TicketId, QuoteId, QuoteVersion);

/// <summary>The house took it back, or the ticket was closed before it was decided.</summary>
[EventType("quote.withdrawn")]
public sealed record QuoteWithdrawn(TicketId TicketId, QuoteId QuoteId, int QuoteVersion) : QuoteLogged(TicketId, QuoteId, QuoteVersion);

/// <summary>Nobody decided in time (FEN-14).</summary>
[EventType("quote.expired")]
public sealed record QuoteRanOut(TicketId TicketId, QuoteId QuoteId, int QuoteVersion) : QuoteLogged(TicketId, QuoteId, QuoteVersion);

/// <summary>Its ticket was closed.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="QuoteId">The quote.</param>
/// <param name="QuoteVersion">Its version.</param>
/// <param name="UsedMinutes">What the work took.</param>
/// <param name="ReturnedMinutes">Held minutes that were given back.</param>
[EventType("quote.settled")]
public sealed record QuoteSettled(
    TicketId TicketId, QuoteId QuoteId, int QuoteVersion, int UsedMinutes, int ReturnedMinutes) : QuoteLogged(TicketId, QuoteId, QuoteVersion);

/// <summary>What a quote holds of the hours was changed by something else than work.</summary>
/// <param name="TicketId">Its ticket.</param>
/// <param name="QuoteId">The quote.</param>
/// <param name="HeldMinutes">What it holds now.</param>
[EventType("hours.held")]
public sealed record HoursHeld(TicketId TicketId, QuoteId QuoteId, int HeldMinutes) : AccountEvent;
