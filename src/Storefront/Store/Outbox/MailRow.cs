using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Store.Outbox;

/// <summary>An e-mail, written in the transaction that is its reason and sent after it. In the sandbox it stays, as the mailbox.</summary>
public sealed class MailRow
{
    public required MailId Id { get; init; }

    public AccountId? AccountId { get; init; }

    /// <summary>The receiver's address.</summary>
    public required string To { get; set; }

    public required string Subject { get; set; }

    /// <summary>Plain text; emptied once it was sent, except in the sandbox.</summary>
    public required string Body { get; set; }

    /// <summary>BCP 47 tag of what it is written in.</summary>
    public required string Language { get; init; }

    public MailKind Kind { get; init; }

    /// <summary>Who gets it, where its kind can be switched off and the address is a user's, or where a member is told of its place; otherwise null.</summary>
    public UserId? RecipientId { get; init; }

    /// <summary>What the calendar that goes with it is to do; null when none does.</summary>
    public string? CalendarMethod { get; init; }

    /// <summary>The calendar that goes with it; emptied with <see cref="Body"/>.</summary>
    public string? CalendarText { get; set; }

    /// <summary>Where answers go; null for the sender.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Message-ID of the mail that this one answers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The ticket it is about: what answers it is found by that.</summary>
    public TicketId? TicketId { get; init; }

    /// <summary>The invitation whose link it brings: withdrawn, it is not sent any more.</summary>
    public InvitationId? InvitationId { get; init; }

    /// <summary>Whether it answers by itself, so that no machine answers it.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Whether it brings what a person wrote on a ticket: an answer of the house, or a copy to a third party.</summary>
    public bool IsOfPerson => TicketId is not null && !IsAutomatic && (Kind == MailKind.TicketReplied || RecipientId is null);

    /// <summary>Whether it goes out by the messaging service, <see cref="To"/> being a number.</summary>
    public bool IsMessage { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Until when the receiver's quiet hours hold it; null when nothing does.</summary>
    public Instant? HeldUntil { get; init; }

    /// <summary>When the day's mail that it goes with is sent; null for one that goes by itself.</summary>
    public Instant? DigestAt { get; set; }

    public Instant? SentAt { get; set; }
}
