using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.AspNetCore.Explorer.Documentation;

/// <summary>Something that a search found.</summary>
/// <param name="Owner">The type that it is or belongs to; null for a directive.</param>
/// <param name="Name">What it is called: its schema coordinate.</param>
/// <param name="Address">Where it is documented.</param>
/// <param name="Description">Null when there is none.</param>
/// <param name="IsDeprecated">Whether it should no longer be used.</param>
/// <param name="Rank">How well it fits; smaller is better.</param>
internal sealed record SearchHit(NamedType? Owner, string Name, string Address, string? Description, bool IsDeprecated, int Rank);
