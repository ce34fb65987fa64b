using System.Collections.Immutable;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Tickets;

namespace Storefront.Features.Search;

/// <summary>What was found.</summary>
/// <param name="Tickets">Each once.</param>
/// <param name="Older">Where it goes on with what is older than was looked at; null when that was all.</param>
public sealed record TicketHits(ImmutableArray<TicketHit> Tickets, SearchPosition? Older)
{
    public static TicketHits None { get; } = new([], Older: null);
}

/// <summary>A ticket that was found.</summary>
/// <param name="Key">The ticket.</param>
/// <param name="Places">Where the words are found in it, the latest first; not all of them.</param>
/// <param name="Text">What was looked for.</param>
/// <param name="Older">Where the search goes on after this hit and those it was found with; null when there is no more.</param>
public sealed record TicketHit(TicketKey Key, ImmutableArray<SearchHit> Places, SearchText Text, SearchPosition? Older);

/// <summary>A ticket that was found, as it is shown.</summary>
/// <param name="Ticket">The row, not tracked.</param>
/// <param name="Account">Its customer's name.</param>
/// <param name="Place">Where the words are found.</param>
/// <param name="At">When that was written.</param>
/// <param name="MessageId">The message or the note; null for the subject.</param>
/// <param name="Subject">The subject, marked.</param>
/// <param name="Excerpt">A piece of the message or the note; null where only the subject has the words.</param>
public sealed record TicketFound(
    Ticket Ticket, string Account, SearchPlace Place, Instant At, TicketMessageId? MessageId, Excerpt Subject, Excerpt? Excerpt);

/// <summary>In what words were found.</summary>
public enum SearchPlace
{
    /// <summary>In what the ticket is about.</summary>
    Subject,

    /// <summary>In a message that both sides see.</summary>
    Message,

    /// <summary>In a note among staff.</summary>
    Note,
}
