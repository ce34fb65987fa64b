using Microsoft.Extensions.Localization;
using Storefront.Domain.Quotes;
using Storefront.Features.Shared;
using Storefront.Features.Shared.Formatting;

namespace Storefront.Features.Quotes;

/// <summary>Quotes in the reader's words.</summary>
public sealed class QuoteWords(IStringLocalizer<QuotesTexts> texts, ReaderFormat format)
{
    public string Status(QuoteStatus status) => texts[$"Status.{status}"];

    public static Tone Tone(QuoteStatus status) => status switch
    {
        QuoteStatus.Open or QuoteStatus.ToBePaid => Shared.Tone.Warning,
        QuoteStatus.Approved or QuoteStatus.Paid => Shared.Tone.Success,
        _ => Shared.Tone.Neutral,
    };

    /// <summary>What happened to a quote, in a sentence.</summary>
    public string Describe(QuoteLogged happened) => happened switch
    {
        QuoteIssued issued => texts["Event.Issued", issued.QuoteVersion, format.Minutes(issued.Minutes)],
        QuoteApproved approved => texts["Event.Approved", approved.QuoteVersion],
        QuotePaid paid => texts["Event.Paid", paid.QuoteVersion],
        QuoteDeclined declined => texts["Event.Declined", declined.QuoteVersion],
        QuoteWithdrawn withdrawn => texts["Event.Withdrawn", withdrawn.QuoteVersion],
        QuoteRanOut expired => texts["Event.Expired", expired.QuoteVersion],
        QuoteSettled settled => texts["Event.Settled", settled.QuoteVersion, format.Minutes(settled.UsedMinutes), format.Minutes(settled.ReturnedMinutes)],
        _ => throw new ArgumentException($"There is no sentence for {happened.GetType()}.", nameof(happened)),
    };

    /// <summary>What it takes: "3 h of your hours", "US$ 150".</summary>
    public string Takes(QuoteRow quote) =>
        quote.Settlement == QuoteSettlement.Money ? format.Money(quote.Total) : texts["InHours", format.Minutes(quote.Minutes)];
}
