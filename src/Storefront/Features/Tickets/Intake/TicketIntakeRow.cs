using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets.Intake;

/// <summary>How a ticket came and what came of it, where there is anything to say.</summary>
public sealed class TicketIntakeRow
{
    public required AccountId AccountId { get; init; }

    public required TicketId TicketId { get; init; }

    /// <summary>Key of the handbook's channel by which it came; null for the form and the API.</summary>
    public string? ChannelKey { get; set; }

    /// <summary>Whether the other system has an API with documentation, as the customer says; null when it was not asked or does not know.</summary>
    public bool? DocumentedApi { get; set; }

    /// <summary>Whether it can be done; null while that is not known, or was no question (FLU-27).</summary>
    public bool? Viable { get; set; }

    /// <summary>How the analysis ended last; null while it has not (ALF-07).</summary>
    public AnalysisOutcome? Outcome { get; set; }

    public Instant? OutcomeAt { get; set; }

    /// <summary>Why it was turned down: key of the handbook's, or <see cref="TurnDownTicket.WrongChannel"/>; null when it was not.</summary>
    public string? TurnedDownAs { get; set; }

    /// <summary>When the customer asked for a quote of what was turned down.</summary>
    public Instant? QuoteAskedAt { get; set; }

    /// <summary>When the customer asked for priority (ALF-10).</summary>
    public Instant? PriorityAskedAt { get; set; }
}
