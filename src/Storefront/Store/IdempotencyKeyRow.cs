using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Store;

/// <summary>A mutation's key with what was answered: the same key with the same input is answered alike, with another it is refused.</summary>
public sealed class IdempotencyKeyRow
{
    public required AccountId AccountId { get; init; }

    /// <summary>As the caller chose it.</summary>
    public required string Key { get; init; }

    /// <summary>The mutation's name.</summary>
    public required string Operation { get; init; }

    /// <summary>SHA-256 of the input.</summary>
    public required byte[] InputHash { get; init; }

    /// <summary>The answer as JSON.</summary>
    public required string Answer { get; init; }

    public required Instant CreatedAt { get; init; }
}
