using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Inbound;

/// <summary>The number from which a person writes messages; it is linked by a code that is sent from it.</summary>
public sealed class MessagingLink
{
    public required UserId UserId { get; init; }

    /// <summary>Digits of the number that was linked; null before it is.</summary>
    public string? Number { get; set; }

    /// <summary>SHA-256 of the code that links, in hexadecimal; null when none is waited for.</summary>
    public string? CodeHash { get; set; }

    public Instant? CodeExpiresAt { get; set; }

    public Instant? LinkedAt { get; set; }
}
