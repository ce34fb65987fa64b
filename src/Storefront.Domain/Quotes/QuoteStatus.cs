namespace Storefront.Domain.Quotes;

/// <summary>Where one version of a quote stands.</summary>
public enum QuoteStatus
{
    /// <summary>It waits for the customer.</summary>
    Open,

    /// <summary>The customer agreed; work goes up to its minutes.</summary>
    Approved,

    /// <summary>The customer agreed, and its amount is to be paid.</summary>
    ToBePaid,

    /// <summary>Its amount was paid; the work is released (ALF-08).</summary>
    Paid,

    /// <summary>The customer does not want it.</summary>
    Declined,

    /// <summary>The house took it back before it was decided.</summary>
    Withdrawn,

    /// <summary>Nobody decided in time (FEN-14).</summary>
    Expired,

    /// <summary>A newer version took its place.</summary>
    Superseded,

    /// <summary>Its ticket was closed; what was left of its hours was given back.</summary>
    Settled,
}
