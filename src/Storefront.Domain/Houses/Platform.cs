using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>A shop platform that the house works on; a ticket names one.</summary>
public sealed record Platform(string Key, LocalizedText Name);
