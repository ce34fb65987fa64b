using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Drafts;

/// <summary>What somebody typed on a ticket and has not sent. Nobody else ever reads it.</summary>
public sealed class TicketDraft
{
    public required AccountId AccountId { get; init; }

    public required TicketId TicketId { get; init; }

    public required UserId AuthorId { get; init; }

    public required DraftKind Kind { get; init; }

    /// <summary>Markdown, as it was typed so far.</summary>
    public required string Body { get; set; }

    public required Instant SavedAt { get; set; }
}

/// <summary>What it will be when it is sent.</summary>
public enum DraftKind
{
    /// <summary>A message that both sides see.</summary>
    Reply,

    /// <summary>A note among staff.</summary>
    Note,
}
