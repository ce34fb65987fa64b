using Rules = Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets;

/// <summary>What rules say happened, in the form that the account's log keeps.</summary>
internal static class TicketEventLog
{
    /// <summary>The event to be kept; null for what another event tells already.</summary>
    public static TicketLogged? Of(Ticket ticket, Rules.TicketEvent happened) => happened switch
    {
        Rules.TicketOpened opened => new TicketOpened(ticket.Id, ticket.Number, ticket.KindKey, opened.ProposedClassKey, opened.Status),
        Rules.TicketClassified decided => new TicketClassified(ticket.Id, decided.FromClassKey, decided.ToClassKey, decided.Changed),
        Rules.TicketStatusChanged moved => new TicketStatusChanged(ticket.Id, moved.From, moved.To, moved.Actor),
        Rules.TicketPlanned planned => new TicketPlanned(ticket.Id, planned.Day),
        Rules.WorkaroundRecorded => new TicketWorkaroundRecorded(ticket.Id),

        Rules.TicketTurnCame => new TicketTargetStarted(ticket.Id),
        Rules.TicketReordered => new TicketQueueChanged(ticket.Id),

        Rules.AccessGranted => new Intake.TicketAccessGranted(ticket.Id),
        Rules.ViabilityAssessed assessed => new Intake.TicketViabilityAssessed(ticket.Id, assessed.IsViable),
        Rules.AnalysisConcluded concluded => new Intake.TicketAnalysed(ticket.Id, concluded.Outcome),

        // The reply itself is an event.
        Rules.TicketFirstAnswered => null,
        _ => throw new ArgumentException($"The log has no form for {happened.GetType()}.", nameof(happened)),
    };
}
