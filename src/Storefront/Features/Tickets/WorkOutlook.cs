namespace Storefront.Features.Tickets;

/// <summary>How long work usually takes.</summary>
/// <param name="LeastMinutes">From so many minutes.</param>
/// <param name="MostMinutes">To so many.</param>
/// <param name="Count">Of how many tickets it is known; 0 where the catalogue says so.</param>
/// <param name="Basis">How it is known.</param>
public sealed record WorkOutlook(int LeastMinutes, int MostMinutes, int Count, WorkBasis Basis);

/// <summary>How it is known how long work takes.</summary>
public enum WorkBasis
{
    /// <summary>The catalogue says so (FEN-19).</summary>
    Catalogue,

    /// <summary>From finished tickets of the same account.</summary>
    OwnTickets,

    /// <summary>From finished tickets of several customers of the house.</summary>
    HouseTickets,
}
