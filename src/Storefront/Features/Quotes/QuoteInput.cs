using Storefront.Domain.Quotes;

namespace Storefront.Features.Quotes;

/// <summary>A quote as staff write it.</summary>
/// <param name="Settlement">What it is settled in.</param>
/// <param name="Minutes">The most that the work takes, whole minutes from 1.</param>
/// <param name="Description">What is included, in words that the customer reads.</param>
/// <param name="Price">A net price by itself, as a decimal; null to price the minutes at the rate of the day.</param>
/// <param name="Currency">Of the price; null for the house's first.</param>
/// <param name="IdempotencyKey">Chosen by who asks: the same key again issues nothing more.</param>
public sealed record QuoteInput(
    QuoteSettlement Settlement, int Minutes, string? Description, string? Price, string? Currency, string IdempotencyKey);
