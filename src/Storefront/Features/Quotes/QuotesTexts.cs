namespace Storefront.Features.Quotes;

/// <summary>Marks the texts of this feature.</summary>
public sealed class QuotesTexts;
