using NodaTime;

namespace Storefront.Store;

/// <summary>Whose database this is; there is one row.</summary>
public sealed class HouseRow
{
    public required string Key { get; init; }

    public required Instant CreatedAt { get; init; }
}
