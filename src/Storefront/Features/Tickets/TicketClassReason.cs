using Storefront.Domain.Shared;

namespace Storefront.Features.Tickets;

/// <summary>Why the house confirmed or changed a ticket's class, each time that it said so (FLU-13). Its customer reads it.</summary>
public sealed class TicketClassReason
{
    public required AccountId AccountId { get; init; }

    public required TicketId TicketId { get; init; }

    /// <summary>Of the <see cref="TicketClassified"/> that it belongs to, in the customer's stream.</summary>
    public required long Sequence { get; init; }

    public required string Reason { get; init; }
}
