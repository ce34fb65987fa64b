using Storefront.Domain.Houses;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Quotes;

/// <summary>Under which quote work is done.</summary>
/// <param name="QuoteId">The quote; null for work that needs none.</param>
/// <param name="InMoney">Whether it is paid in money, so that it takes no hours.</param>
/// <param name="CountedMinutes">What it counts towards the quote's minutes.</param>
public sealed record WorkCover(QuoteId? QuoteId, bool InMoney, int CountedMinutes)
{
    /// <summary>Work without a quote.</summary>
    public static WorkCover None { get; } = new(null, false, 0);

    /// <summary>
    /// Whether work may be done, and under which quote: up to the minutes of the one in force; without one, chargeable work only as far as
    /// the house does it unquoted (FEN-13). Where the house works when it was paid, one that is not yet covers nothing (ALF-08). Free work needs none and counts towards none that is settled in hours.
    /// </summary>
    /// <param name="policy">The house's.</param>
    /// <param name="inForce">The ticket's quote in force; null for none.</param>
    /// <param name="usedMinutes">What its versions have taken so far.</param>
    /// <param name="unquotedMinutes">Chargeable minutes worked on the ticket without a quote so far.</param>
    /// <param name="minutes">Minutes worked.</param>
    /// <param name="chargeableMinutes">What they would take from the hours; 0 for free work.</param>
    public static Result<WorkCover> Of(
        QuotePolicy policy, Quote? inForce, int usedMinutes, int unquotedMinutes, int minutes, int chargeableMinutes)
    {
        if (inForce is { } quote)
        {
            var inMoney = quote.Offer.Settlement == QuoteSettlement.Money;
            var counted = inMoney ? minutes : chargeableMinutes;
            var left = Math.Max(0, quote.Offer.Minutes - usedMinutes);
            return counted == 0 ? None
                : quote.Status == QuoteStatus.ToBePaid && policy.Release == QuoteRelease.Payment ? new QuoteNotPaid()
                : counted > left ? new QuoteCapReached(quote.Offer.Minutes, left, counted > minutes ? counted : null)
                : new WorkCover(quote.Id, inMoney, counted);
        }

        return chargeableMinutes > 0 && policy.RequiredAboveMinutes is { } above && unquotedMinutes + minutes > above
            ? new QuoteNeeded(above, unquotedMinutes)
            : None;
    }
}
