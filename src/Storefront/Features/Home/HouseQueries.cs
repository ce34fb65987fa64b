using Storefront.Domain.Houses;

namespace Storefront.Features.Home;

/// <summary>The house, which anybody may read about.</summary>
[QueryType]
public static class HouseQueries
{
    /// <summary>The agency that this storefront belongs to.</summary>
    public static HouseView House(Handbook handbook) => new(handbook);
}
