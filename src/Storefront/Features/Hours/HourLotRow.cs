using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;

namespace Storefront.Features.Hours;

/// <summary>Minutes that came in together and expire together.</summary>
public sealed class HourLotRow
{
    public required AccountId AccountId { get; init; }

    public required HourLotId Id { get; init; }

    public required LotSource Source { get; init; }

    /// <summary>What came in, from 1.</summary>
    public required int Minutes { get; init; }

    /// <summary>What is left, 0 to <see cref="Minutes"/>.</summary>
    public required int RemainingMinutes { get; set; }

    /// <summary>Sequence of the entry that opened it.</summary>
    public required long OpenedBy { get; init; }

    public required Instant GrantedAt { get; init; }

    /// <summary>Usable until that instant, exclusive.</summary>
    public required Instant ExpiresAt { get; init; }

    /// <summary>Whether its end has been dealt with.</summary>
    public bool Closed { get; set; }
}
