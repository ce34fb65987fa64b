using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Inbound;

/// <summary>A third party of a ticket, such as another supplier: what it writes to the ticket's address belongs to the conversation (FEN-17).</summary>
public sealed class TicketParty
{
    public required AccountId AccountId { get; init; }

    public required TicketPartyId Id { get; init; }

    public required TicketId TicketId { get; init; }

    public required string Name { get; set; }

    /// <summary>In small letters; once a ticket.</summary>
    public required string Email { get; init; }

    /// <summary>Whether it gets a copy of all that both sides say; otherwise only of what is written to it.</summary>
    public bool IsCopied { get; set; }

    public required UserId AddedBy { get; init; }

    public required Instant AddedAt { get; init; }

    /// <summary>When it was taken off; null while it takes part.</summary>
    public Instant? RemovedAt { get; set; }
}
