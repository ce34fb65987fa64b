using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;

namespace Storefront.Features.Tickets;

/// <summary>A promise on a ticket (COM-03).</summary>
public sealed class TicketTarget
{
    public required AccountId AccountId { get; init; }

    public required TicketId TicketId { get; init; }

    public required TargetKind Kind { get; init; }

    public required TargetUnit Unit { get; set; }

    /// <summary>How many units were promised.</summary>
    public required int Amount { get; set; }

    public required TargetState State { get; set; }

    /// <summary>Null while it is paused: then it waits for the customer.</summary>
    public Instant? DueAt { get; set; }

    /// <summary>When what was promised was done.</summary>
    public Instant? MetAt { get; set; }
}
