using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>A part of the house's service whose status is told by itself (FEN-20).</summary>
/// <param name="Key">Its name for programs; incidents keep it.</param>
/// <param name="Name">What people call it.</param>
public sealed record StatusComponent(string Key, LocalizedText Name);
