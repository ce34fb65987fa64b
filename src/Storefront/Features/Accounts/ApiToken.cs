using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Accounts;

/// <summary>A key to the public API that a person made. Only its hash is kept; its times are real time.</summary>
public sealed class ApiToken
{
    public required ApiTokenId Id { get; init; }

    /// <summary>The account it opens; null for staff's tokens.</summary>
    public AccountId? AccountId { get; init; }

    /// <summary>Who made it and in whose name it acts: a token is never better than its maker.</summary>
    public required UserId UserId { get; init; }

    public required string Name { get; set; }

    /// <summary>SHA-256 of the token's text.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Such as <c>tickets:read tickets:write</c>, separated by single spaces.</summary>
    public required string Scopes { get; init; }

    public required Instant CreatedAt { get; init; }

    /// <summary>From then on it is refused; null for never.</summary>
    public Instant? ExpiresAt { get; init; }

    public Instant? RevokedAt { get; set; }

    /// <summary>To the minute; null when it was never used.</summary>
    public Instant? LastUsedAt { get; set; }
}
