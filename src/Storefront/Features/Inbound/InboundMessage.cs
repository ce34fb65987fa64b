using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Inbound;

/// <summary>A mail or message as it came in, kept before anything is done with it.</summary>
public sealed class InboundMessage
{
    public required InboundMessageId Id { get; init; }

    public required InboundWay Way { get; init; }

    /// <summary>SHA-256 of the sender's id of the message, in hexadecimal: what comes twice is known by it.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Byte for byte; empty once it has been processed and is old.</summary>
    public required byte[] Raw { get; set; }

    public required Instant ReceivedAt { get; init; }

    public InboundState State { get; set; }

    /// <summary>Why it became no part of a ticket; null when it did.</summary>
    public InboundReason? Reason { get; set; }

    /// <summary>Address or number of who sent it, in small letters; null before it was read.</summary>
    public string? Sender { get; set; }

    /// <summary>What it is about, cut to a line; null before it was read.</summary>
    public string? Subject { get; set; }

    public AccountId? AccountId { get; set; }

    /// <summary>The ticket that it opened or belongs to.</summary>
    public TicketId? TicketId { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public Instant? ProcessedAt { get; set; }
}

/// <summary>By what a message came in.</summary>
public enum InboundWay
{
    /// <summary>By mail.</summary>
    Email,

    /// <summary>By a messaging service.</summary>
    Messaging,
}

/// <summary>What has become of a message.</summary>
public enum InboundState
{
    /// <summary>Kept; waits for its first or next attempt.</summary>
    Received,

    /// <summary>It is part of a ticket, or was answered.</summary>
    Processed,

    /// <summary>Nothing was done with it, on purpose.</summary>
    Dropped,

    /// <summary>Staff say what becomes of it.</summary>
    Held,

    /// <summary>Could not be processed; is tried again.</summary>
    Failed,
}

/// <summary>Why a message became no part of a ticket.</summary>
public enum InboundReason
{
    /// <summary>A machine wrote it, or a list.</summary>
    Automatic,

    /// <summary>It came from an address of our own.</summary>
    OwnAddress,

    /// <summary>Its sender writes too much.</summary>
    TooMany,

    /// <summary>Nobody knows its sender.</summary>
    UnknownSender,

    /// <summary>Its sender is not who it claims to be, as the receiving server found.</summary>
    NotAuthentic,

    /// <summary>Its sender may not write for the account, or on that ticket.</summary>
    NotAllowed,

    /// <summary>The house takes requests by another way.</summary>
    OtherChannel,

    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It links a number with a person.</summary>
    Link,
}
