namespace Storefront.Domain.Quotes;

/// <summary>What became of a ticket's quotes.</summary>
/// <param name="Quote">The version that was acted on, as it is now.</param>
/// <param name="Superseded">The version whose place it took; null when there was none.</param>
public sealed record QuoteChange(Quote Quote, Quote? Superseded);
