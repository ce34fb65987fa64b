using Storefront.Domain.Shared;

namespace Storefront.Domain.Quotes;

/// <summary>What a quote offers.</summary>
/// <param name="Settlement">What it is settled in.</param>
/// <param name="Minutes">The most that the work takes, from 1 to <see cref="QuoteRules.MostMinutes"/>: hours as they are charged, or worked where it is settled in money.</param>
/// <param name="HourlyRate">The rate that was in force when it was issued, net; it stays the quote's (ALF-02). Null for a price by itself and for hours.</param>
/// <param name="Net">The price; null for hours.</param>
public sealed record QuoteOffer(QuoteSettlement Settlement, int Minutes, Money? HourlyRate, Money? Net)
{
    private const int MinutesAnHour = 60;

    /// <summary>Work paid with the account's hours.</summary>
    public static QuoteOffer InHours(int minutes) => new(QuoteSettlement.Hours, minutes, null, null);

    /// <summary>Work paid by the hour at a rate, rounded once, halves up.</summary>
    public static QuoteOffer AtRate(int minutes, Money hourlyRate) =>
        new(QuoteSettlement.Money, minutes, hourlyRate, hourlyRate.MultiplyByFraction(minutes, MinutesAnHour));

    /// <summary>Work at a price that was agreed by itself.</summary>
    public static QuoteOffer AtPrice(int minutes, Money net) => new(QuoteSettlement.Money, minutes, null, net);
}
