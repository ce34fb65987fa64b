using Storefront.Domain.Shared;

namespace Storefront.Domain.Plans;

/// <summary>Something that a plan includes besides its hours (FLU-28), shown with it.</summary>
/// <param name="Key">Its name for programs, the same in every plan that includes it.</param>
/// <param name="Text">What customers are told.</param>
public sealed record Entitlement(string Key, LocalizedText Text);
