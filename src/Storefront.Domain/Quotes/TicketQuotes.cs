using System.Collections.Immutable;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Quotes;

/// <summary>The versions of a ticket's quote.</summary>
/// <param name="Versions">All of them, in any order.</param>
public sealed record TicketQuotes(ImmutableArray<Quote> Versions)
{
    /// <summary>A ticket that was never quoted.</summary>
    public static TicketQuotes None { get; } = new([]);

    /// <summary>The one under which work goes on; null when none was approved.</summary>
    public Quote? InForce => Versions.FirstOrDefault(quote => quote.IsInForce);

    /// <summary>The one that waits for the customer; null when none does.</summary>
    public Quote? Open => Versions.FirstOrDefault(quote => quote.Status == QuoteStatus.Open);

    /// <summary>The number that the next version gets.</summary>
    public int NextVersion => Versions.Length == 0 ? 1 : Versions.Max(quote => quote.Version) + 1;

    /// <summary>The version of that id, which is one of them.</summary>
    public Quote Get(QuoteId id) => Versions.First(quote => quote.Id == id);
}
