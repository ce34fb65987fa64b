using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>A shop platform that the house works on; a ticket names one.</summary>
/// <param name="Key">Its name for programs.</param>
/// <param name="Name">Its name.</param>
public sealed record Platform(string Key, LocalizedText Name);
