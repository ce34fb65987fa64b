namespace Storefront.Features.Leaving;

/// <summary>Marks the texts of this feature.</summary>
public sealed class LeavingTexts;
