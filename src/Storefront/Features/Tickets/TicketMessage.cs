using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Tickets;

/// <summary>A message that both sides see.</summary>
public sealed class TicketMessage
{
    public required AccountId AccountId { get; init; }

    public required TicketMessageId Id { get; init; }

    public required TicketId TicketId { get; init; }

    public required UserId AuthorId { get; init; }

    /// <summary>Whether the house wrote it.</summary>
    public required bool IsFromStaff { get; init; }

    /// <summary>Markdown, as it was written.</summary>
    public required string Body { get; set; }

    public required Instant At { get; init; }
}
