using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;

namespace Storefront.Domain.Quotes;

/// <summary>What the house, the customer and the clock do to a ticket's quotes.</summary>
public static class QuoteRules
{
    /// <summary>A thousand hours.</summary>
    public const int MostMinutes = 60_000;

    /// <summary>Most minor units of a price.</summary>
    public const long MostMinorUnits = 1_000_000_000_000;

    /// <summary>
    /// Until when a quote can be approved, exclusive: the end of the last of its days in the house's zone, the day of issue not counted
    /// (FEN-14: on day 31 it is too late).
    /// </summary>
    public static Instant ExpiryOf(QuotePolicy policy, DateTimeZone zone, Instant issuedAt) =>
        zone.AtStartOfDay(issuedAt.InZone(zone).Date.PlusDays(policy.ValidDays + 1)).ToInstant();

    /// <summary>A new version. An open one before it is superseded; one that is in force stays so until the new one is approved.</summary>
    /// <param name="ticket">The ticket; work can still be done on it.</param>
    /// <param name="quotes">Its versions so far.</param>
    /// <param name="id">The new one's id.</param>
    /// <param name="offer">What it offers.</param>
    /// <param name="usedMinutes">What was worked under its versions so far, which no new one goes below.</param>
    /// <param name="policy">The house's.</param>
    /// <param name="zone">The house's.</param>
    /// <param name="now">Now.</param>
    public static Result<QuoteChange> Issue(
        TicketState ticket,
        TicketQuotes quotes,
        QuoteId id,
        QuoteOffer offer,
        int usedMinutes,
        QuotePolicy policy,
        DateTimeZone zone,
        Instant now)
    {
        if (ticket.Status is TicketStatus.Scheduled or TicketStatus.Resolved or TicketStatus.Closed)
        {
            return new TicketNotOpen(ticket.Status);
        }

        var least = Math.Max(1, usedMinutes);
        if (offer.Minutes < least || offer.Minutes > MostMinutes)
        {
            return new MinutesNotValid(least, MostMinutes);
        }

        if (quotes.InForce is { } agreed && agreed.Offer.Settlement != offer.Settlement)
        {
            return new QuoteSettlementFixed(agreed.Offer.Settlement);
        }

        if (offer.Net is { } net && (!net.IsPositive || net.MinorUnits > MostMinorUnits))
        {
            return new QuotePriceNotValid(new Money(MostMinorUnits, net.Currency));
        }

        var issued = new Quote(id, quotes.NextVersion, offer, now, ExpiryOf(policy, zone, now), QuoteStatus.Open, null);
        return quotes.Open is { } before
            ? new QuoteChange(issued, before.Become(QuoteStatus.Superseded, now))
            : new QuoteChange(issued, null);
    }

    /// <summary>The customer agrees. Doing so again changes nothing; the version that was in force is superseded.</summary>
    /// <param name="quotes">The ticket's versions.</param>
    /// <param name="id">The one that is approved.</param>
    /// <param name="by">Who approves.</param>
    /// <param name="others">Who else of the account may approve quotes.</param>
    /// <param name="now">Now.</param>
    public static Result<QuoteChange> Approve(
        TicketQuotes quotes, QuoteId id, QuoteApprover by, IEnumerable<QuoteApprover> others, Instant now)
    {
        var quote = quotes.Get(id);
        if (quote.IsInForce || quote.Status == QuoteStatus.Settled)
        {
            return new QuoteChange(quote, null);
        }

        if (CheckOpen(quotes, quote, now).Refusal is { } refusal)
        {
            return refusal;
        }

        if (CheckLimit(by, others, quote.Offer.Minutes) is { } beyond)
        {
            return beyond;
        }

        var status = quote.Offer.Settlement == QuoteSettlement.Money ? QuoteStatus.ToBePaid : QuoteStatus.Approved;
        return new QuoteChange(quote.Become(status, now), quotes.InForce?.Become(QuoteStatus.Superseded, now));
    }

    /// <summary>Why a member may not approve that much, and whose approval it needs; null when it may.</summary>
    public static ApprovalBeyondLimit? CheckLimit(QuoteApprover by, IEnumerable<QuoteApprover> others, int minutes) => by.MayApprove(minutes)
        ? null
        : new ApprovalBeyondLimit(
            by.LimitMinutes ?? 0,
            minutes,
            [.. others.Where(other => other.MayApprove(minutes)).Select(other => other.Name).Order(StringComparer.CurrentCulture)]);

    /// <summary>The customer does not want it. Doing so again changes nothing.</summary>
    public static Result<QuoteChange> Decline(TicketQuotes quotes, QuoteId id, Instant now) => End(quotes, id, QuoteStatus.Declined, now);

    /// <summary>The house takes it back. Doing so again changes nothing.</summary>
    public static Result<QuoteChange> Withdraw(TicketQuotes quotes, QuoteId id, Instant now) => End(quotes, id, QuoteStatus.Withdrawn, now);

    /// <summary>Its amount was paid: the work is released at that moment (ALF-08), also where the news of it came after the time was up.</summary>
    public static Quote Pay(Quote quote) => quote with { Status = QuoteStatus.Paid };

    /// <summary>Money that came for it went back: it is to be paid again.</summary>
    public static Quote Unpay(Quote quote) => quote.Status == QuoteStatus.Paid ? quote with { Status = QuoteStatus.ToBePaid } : quote;

    /// <summary>Its order ended unpaid: the time was up, the customer does not want it any more, or the house gave all back.</summary>
    public static Quote EndUnpaid(Quote quote, QuoteStatus status, Instant now) => quote.Status == QuoteStatus.ToBePaid ? quote.Become(status, now) : quote;

    /// <summary>What the clock does: an open one ends when its days are over, at that instant (COM-07).</summary>
    public static Quote Settle(Quote quote, Instant now) =>
        quote.Status == QuoteStatus.Open && now >= quote.ExpiresAt ? quote.Become(QuoteStatus.Expired, quote.ExpiresAt) : quote;

    /// <summary>What the closing of the ticket does: an open one is withdrawn, hours in force are settled; money that was agreed stays to be paid.</summary>
    public static Quote Close(Quote quote, Instant now) => quote.Status switch
    {
        QuoteStatus.Open => quote.Become(QuoteStatus.Withdrawn, now),
        QuoteStatus.Approved => quote with { Status = QuoteStatus.Settled },
        _ => quote,
    };

    private static Result<QuoteChange> End(TicketQuotes quotes, QuoteId id, QuoteStatus status, Instant now)
    {
        var quote = quotes.Get(id);
        return quote.Status == status ? new QuoteChange(quote, null)
            : CheckOpen(quotes, quote, now).Map(open => new QuoteChange(open.Become(status, now), null));
    }

    private static Result<Quote> CheckOpen(TicketQuotes quotes, Quote quote, Instant now) => quote.Status switch
    {
        QuoteStatus.Superseded => new QuoteSuperseded(quotes.NextVersion - 1),
        QuoteStatus.Expired => new QuoteExpired(quote.ExpiresAt),
        QuoteStatus.Open when now >= quote.ExpiresAt => new QuoteExpired(quote.ExpiresAt),
        QuoteStatus.Open => quote,
        _ => new QuoteNotOpen(quote.Status),
    };
}
