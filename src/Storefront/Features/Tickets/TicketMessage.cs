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

    /// <summary>Whether nobody wrote it: it is from the help centre, and its author is no user (ALF-05).</summary>
    public bool IsAutomatic { get; set; }

    /// <summary>Markdown, as it was written.</summary>
    public required string Body { get; set; }

    /// <summary>Key of the handbook's channel by which it came; null for pages and the API.</summary>
    public string? ChannelKey { get; set; }

    /// <summary>Name and address of a third party who wrote it; then nobody of house or account did (FEN-17).</summary>
    public string? Outsider { get; set; }

    /// <summary>To whom else it was sent; null when only house and account read it.</summary>
    public string? SentTo { get; set; }

    public required Instant At { get; init; }
}
