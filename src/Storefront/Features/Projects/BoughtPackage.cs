using System.Collections.Immutable;
using Storefront.Domain.Shared;

namespace Storefront.Features.Projects;

/// <summary>What of the handbook an order bought.</summary>
/// <param name="PackageKey">The package.</param>
/// <param name="DesignKey">The design that was chosen; null where none is.</param>
/// <param name="DueWithOrder">What is due with the order (SEN-10); null for all of it.</param>
public sealed record BoughtPackage(string PackageKey, string? DesignKey, Money? DueWithOrder)
{
    /// <summary>The project whose extra work it is; null for none.</summary>
    public ProjectId? OriginalId { get; init; }

    /// <summary>How long it takes, where that was quoted; null for as long as the package.</summary>
    public int? BusinessDays { get; init; }

    /// <summary>What it consists of, where that is not the package's items.</summary>
    public ImmutableArray<string> ItemKeys { get; init; }
}
