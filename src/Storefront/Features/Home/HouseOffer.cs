using Storefront.Domain.Houses;

namespace Storefront.Features.Home;

/// <summary>What a house chiefly sells, which decides what its first page says and shows.</summary>
public enum HouseOffer
{
    /// <summary>Plans of monthly hours.</summary>
    Plans,

    /// <summary>Packages that are bought once.</summary>
    Packages,

    /// <summary>Hours by quote.</summary>
    Hours,
}

public static class HouseOffers
{
    public static HouseOffer ChiefOffer(this Handbook handbook) => handbook.SellsPlans
        ? HouseOffer.Plans
        : handbook.Packages.Count > 0 ? HouseOffer.Packages : HouseOffer.Hours;
}
