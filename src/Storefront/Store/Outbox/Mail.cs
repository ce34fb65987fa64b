using Storefront.Domain.Shared;

namespace Storefront.Store.Outbox;

/// <summary>An e-mail to be sent.</summary>
/// <param name="To">The receiver's address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
/// <param name="Language">BCP 47 tag of what it is written in.</param>
/// <param name="AccountId">The account it is about, if any.</param>
/// <param name="Kind">What it is about, by which its receiver decides when it is sent.</param>
/// <param name="IsUrgent">Whether it is sent in quiet hours although its kind is not: see <see cref="MailKinds.IsUrgent"/>.</param>
/// <param name="Calendar">What goes into the receiver's calendar with it; null for nothing.</param>
public sealed record Mail(
    string To,
    string Subject,
    string Body,
    string Language,
    AccountId? AccountId = null,
    MailKind Kind = MailKind.Account,
    bool IsUrgent = false,
    MailCalendar? Calendar = null)
{
    /// <summary>Where answers go; null for the sender.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Message-ID of the mail that this one answers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The ticket it is about, if any.</summary>
    public TicketId? TicketId { get; init; }

    /// <summary>The member that is told of its place; null where nobody has to be known.</summary>
    public UserId? Recipient { get; init; }

    /// <summary>The invitation whose link it brings, if any.</summary>
    public InvitationId? InvitationId { get; init; }

    /// <summary>Whether it answers by itself, so that no machine answers it.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Whether it goes out by the messaging service, <see cref="To"/> being a number.</summary>
    public bool IsMessage { get; init; }
}

/// <summary>What goes into the receiver's calendar (RFC 5545), as RFC 6047 sends it by mail.</summary>
/// <param name="Method">What the calendar is to do: <c>REQUEST</c> or <c>CANCEL</c>.</param>
/// <param name="Text">The whole calendar object, its lines ended as the format wants.</param>
public sealed record MailCalendar(string Method, string Text);
