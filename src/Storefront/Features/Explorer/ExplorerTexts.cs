namespace Storefront.Features.Explorer;

/// <summary>Marks the resources of this feature. The explorer's own words are the library's.</summary>
public sealed class ExplorerTexts;
