using Storefront.Domain.Shared;

namespace Storefront.Domain.Projects;

/// <summary>A part in which a package is paid (SEN-10).</summary>
/// <param name="Key">Its name for programs, unique in the package.</param>
/// <param name="Name">What customers call it.</param>
/// <param name="Percent">Its share of the whole, 1 to 99; all parts together are 100.</param>
/// <param name="Due">When it is asked for.</param>
public sealed record PackagePart(string Key, LocalizedText Name, int Percent, PartDue Due);

/// <summary>When a part of a package's price is asked for.</summary>
public enum PartDue
{
    /// <summary>With the order.</summary>
    Order,

    /// <summary>When the work is delivered.</summary>
    Delivery,
}
