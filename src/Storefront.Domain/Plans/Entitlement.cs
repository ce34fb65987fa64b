using Storefront.Domain.Shared;

namespace Storefront.Domain.Plans;

/// <summary>Something that a plan includes besides its hours (FLU-28), shown with it.</summary>
/// <param name="Key">Its name for programs, the same in every plan that includes it.</param>
/// <param name="Text">What customers are told.</param>
/// <param name="Row">What plans are compared by, where several entitlements answer it differently (FEN-18); null for one that is included or not.</param>
/// <param name="Value">This one's answer in that row; null when there is no row.</param>
public sealed record Entitlement(string Key, LocalizedText Text, LocalizedText? Row = null, LocalizedText? Value = null);
