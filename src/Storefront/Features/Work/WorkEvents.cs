using Storefront.Domain.Shared;
using Storefront.Features.Tickets;
using Storefront.Store.EventLog;

namespace Storefront.Features.Work;

/// <summary>A customer asked about a work log.</summary>
[EventType("ticket.work-questioned")]
public sealed record WorkQuestioned(TicketId TicketId, WorkLogId WorkLogId, WorkLogQuestionId QuestionId, UserId AskedBy) : TicketLogged(TicketId);

/// <summary>The house answered what was asked about a work log.</summary>
[EventType("ticket.work-question-answered")]
public sealed record WorkQuestionAnswered(
    TicketId TicketId, WorkLogId WorkLogId, WorkLogQuestionId QuestionId, WorkQuestionOutcome Outcome) : TicketLogged(TicketId);
