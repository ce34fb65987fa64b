namespace Storefront.Features.Entitlements;

/// <summary>Names the texts of this feature.</summary>
public sealed class EntitlementsTexts;
