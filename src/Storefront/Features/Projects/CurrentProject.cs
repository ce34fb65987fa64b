using Storefront.Domain.Houses;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;

namespace Storefront.Features.Projects;

/// <summary>A stored project with what rules need to know of it.</summary>
/// <param name="Row">The row, tracked.</param>
/// <param name="Terms">What it was sold under, and the house's present calendar.</param>
/// <param name="Sold">The handbook that it was sold under.</param>
public sealed record CurrentProject(Project Row, ProjectTerms Terms, Handbook Sold)
{
    public ProjectState State => Row.State;

    /// <summary>The package as it was sold.</summary>
    public Package Package => Sold.Packages.First(package => package.Key == Row.PackageKey);

    /// <summary>What the customer bought, as it was called then.</summary>
    public LocalizedText PackageName => Package.Name;
}
