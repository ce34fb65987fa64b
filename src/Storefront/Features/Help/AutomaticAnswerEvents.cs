using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Store.EventLog;

namespace Storefront.Features.Help;

/// <summary>The ticket was answered from the help centre (ALF-05).</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="MessageId">The message with the answer.</param>
/// <param name="PageKey">Key of the page.</param>
[EventType("ticket.answered-automatically")]
public sealed record TicketAnsweredAutomatically(TicketId TicketId, TicketMessageId MessageId, string PageKey) : TicketLogged(TicketId);

/// <summary>The customer said whether that answer was enough.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Solved">Whether it was; otherwise a person is wanted.</param>
[EventType("ticket.automatic-answer-judged")]
public sealed record TicketAutomaticAnswerJudged(TicketId TicketId, bool Solved) : TicketLogged(TicketId);
