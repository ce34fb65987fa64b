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

    public required Instant CreatedAt { get; init; }

    public Instant? SentAt { get; set; }
}
