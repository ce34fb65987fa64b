namespace Storefront.Domain.Houses;

/// <summary>When a house quotes work before it does it.</summary>
/// <param name="RequiredAboveMinutes">Work estimated at more than this needs an approved quote (FEN-13); null when never.</param>
/// <param name="ValidDays">Days a quote can be approved in, from 1 (FEN-14).</param>
public sealed record QuotePolicy(int? RequiredAboveMinutes, int ValidDays);
