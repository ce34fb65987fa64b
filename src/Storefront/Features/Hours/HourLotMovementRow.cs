using Storefront.Domain.Shared;

namespace Storefront.Features.Hours;

/// <summary>What an entry did to one lot; an entry's movements sum to its minutes.</summary>
public sealed class HourLotMovementRow
{
    public required AccountId AccountId { get; init; }

    public required HourEntryId EntryId { get; init; }

    public required HourLotId LotId { get; init; }

    /// <summary>Put in or, negative, taken out; never zero.</summary>
    public required int Minutes { get; init; }
}
