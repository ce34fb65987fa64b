namespace Storefront.Domain.Houses;

/// <summary>When a house quotes work before it does it.</summary>
/// <param name="RequiredAboveMinutes">Work estimated at more than this needs an approved quote (FEN-13); null when never.</param>
/// <param name="ValidDays">Days a quote can be approved in, from 1 (FEN-14).</param>
public sealed record QuotePolicy(int? RequiredAboveMinutes, int ValidDays)
{
    /// <summary>When the work of a quote in money is released (ALF-08).</summary>
    public QuoteRelease Release { get; init; } = QuoteRelease.Approval;
}

/// <summary>When work that was quoted in money may be done.</summary>
public enum QuoteRelease
{
    /// <summary>As soon as the customer agrees; the amount is owed.</summary>
    Approval,

    /// <summary>When the amount was paid, and not before (ALF-08).</summary>
    Payment,
}
