using System.Collections.Immutable;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>How the house's own service is doing, and where that is shown (FEN-20).</summary>
/// <param name="Level">How it is doing, as far as the handbook knows.</param>
/// <param name="Text">That in words.</param>
/// <param name="Page">Where it is watched besides; null when nowhere.</param>
/// <param name="Components">The parts that incidents and maintenance touch; empty where the house tells of its service as one.</param>
public sealed record HouseStatus(HouseStatusLevel Level, LocalizedText Text, Uri? Page, ImmutableArray<StatusComponent> Components);

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
