using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>How the house's own service is doing, and where that is shown (FEN-20).</summary>
/// <param name="Level">How it is doing, as far as the handbook knows.</param>
/// <param name="Text">That in words.</param>
/// <param name="Page">Where it is watched; null when nowhere.</param>
public sealed record HouseStatus(HouseStatusLevel Level, LocalizedText Text, Uri? Page);

/// <summary>How a service is doing.</summary>
public enum HouseStatusLevel
{
    /// <summary>Everything works.</summary>
    Operational,

    /// <summary>Work is being done that was announced.</summary>
    Maintenance,

    /// <summary>Something is slow or partly down.</summary>
    Degraded,

    /// <summary>It is down.</summary>
    Outage,
}
