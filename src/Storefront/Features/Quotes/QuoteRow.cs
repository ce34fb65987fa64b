using NodaTime;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;

namespace Storefront.Features.Quotes;

/// <summary>What a ticket's work would take, in hours or money, as the customer decides on it: one version of it.</summary>
public sealed class QuoteRow
{
    public required AccountId AccountId { get; init; }

    public required QuoteId Id { get; init; }

    public required TicketId TicketId { get; init; }

    /// <summary>From 1 on each ticket.</summary>
    public required int Version { get; init; }

    public required QuoteSettlement Settlement { get; init; }

    /// <summary>The most that the work takes.</summary>
    public required int Minutes { get; init; }

    /// <summary>What is included, in words for the customer.</summary>
    public required string Description { get; set; }

    /// <summary>Net, for an hour, as it was when the quote was issued; zero where the price was agreed by itself, and for hours.</summary>
    public required Money HourlyRate { get; init; }

    /// <summary>Zero for hours.</summary>
    public required Money Net { get; init; }

    /// <summary>Zero for hours.</summary>
    public required Money Tax { get; init; }

    public required UserId IssuedBy { get; init; }

    /// <summary>When it was issued.</summary>
    public required Instant IssuedAt { get; init; }

    /// <summary>Until when it can be approved, exclusive.</summary>
    public required Instant ExpiresAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required QuoteStatus Status { get; set; }

    /// <summary>The member who approved or declined it, or the member of staff who withdrew it; null while it waits and where the clock did.</summary>
    public UserId? DecidedBy { get; set; }

    public Instant? DecidedAt { get; set; }

    /// <summary>Why the customer does not want it.</summary>
    public string? DeclineReason { get; set; }

    /// <summary>What of the account's hours it holds.</summary>
    public int HeldMinutes { get; set; }

    public Money Total => Net + Tax;

    public QuoteKey Key => new(AccountId, Id);

    /// <summary>The version as rules know it.</summary>
    public Quote ToDomain() => new(
        Id,
        Version,
        Settlement == QuoteSettlement.Hours
            ? QuoteOffer.InHours(Minutes)
            : new QuoteOffer(Settlement, Minutes, HourlyRate.IsZero ? null : HourlyRate, Net),
        IssuedAt,
        ExpiresAt,
        Status,
        DecidedAt);

    /// <summary>Takes over what rules made of it.</summary>
    public void Update(Quote quote) => (Status, DecidedAt) = (quote.Status, quote.DecidedAt);
}

/// <summary>Where a quote is found: whose it is, and its id there.</summary>
public readonly record struct QuoteKey(AccountId AccountId, QuoteId Id);
