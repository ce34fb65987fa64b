using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Help;

/// <summary>That a ticket was answered from the help centre, and what its customer said of it. One a ticket.</summary>
public sealed class AutomaticAnswer
{
    public required AccountId AccountId { get; init; }

    public required TicketId TicketId { get; init; }

    /// <summary>The message with the answer.</summary>
    public required TicketMessageId MessageId { get; init; }

    /// <summary>Key of the page of the help centre.</summary>
    public required string PageKey { get; init; }

    /// <summary>How well the page fitted, 1 to 100.</summary>
    public required int ConfidencePercent { get; init; }

    public required Instant At { get; init; }

    /// <summary>Whether it solved what was asked; null until the customer says so.</summary>
    public bool? Solved { get; set; }

    /// <summary>When the customer said so.</summary>
    public Instant? JudgedAt { get; set; }
}
