namespace Storefront.Features.Search;

/// <summary>Marks the texts of search.</summary>
public sealed class SearchTexts;
