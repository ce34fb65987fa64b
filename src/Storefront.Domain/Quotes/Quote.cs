using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Quotes;

/// <summary>One version of what a ticket's work will take. A ticket's versions follow one another; the newest approved one is in force.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its place among the ticket's versions, from 1.</param>
/// <param name="Offer">What it offers.</param>
/// <param name="IssuedAt">When the house issued it.</param>
/// <param name="ExpiresAt">Until when it can be approved, exclusive.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="DecidedAt">When it left <see cref="QuoteStatus.Open"/>; null while it waits.</param>
public sealed record Quote(
    QuoteId Id, int Version, QuoteOffer Offer, Instant IssuedAt, Instant ExpiresAt, QuoteStatus Status, Instant? DecidedAt)
{
    /// <summary>Whether work goes on under it.</summary>
    public bool IsInForce => Status is QuoteStatus.Approved or QuoteStatus.ToBePaid or QuoteStatus.Paid;

    /// <summary>Whether it still waits for the customer.</summary>
    public bool IsOpenAt(Instant now) => Status == QuoteStatus.Open && now < ExpiresAt;

    internal Quote Become(QuoteStatus status, Instant at) => this with { Status = status, DecidedAt = at };
}
