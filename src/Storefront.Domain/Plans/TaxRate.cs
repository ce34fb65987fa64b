using Storefront.Domain.Shared;

namespace Storefront.Domain.Plans;

/// <summary>A rate of tax on net amounts.</summary>
/// <param name="BasisPoints">Hundredths of a percent: 1900 is 19 %. 0 to 10 000.</param>
public readonly record struct TaxRate(int BasisPoints)
{
    public const int BasisPointsOfWhole = 10_000;

    /// <summary>The tax on the net amount of one document line, rounded half up.</summary>
    public Money On(Money net) => net.MultiplyByFraction(BasisPoints, BasisPointsOfWhole);
}
