namespace Storefront.Domain.Plans;

/// <summary>Why the advisor names a plan.</summary>
public enum PlanAdviceReason
{
    /// <summary>It is the cheapest that covers the need.</summary>
    CheapestThatCovers,

    /// <summary>None covers the need; it is the one with most hours, and says what is missing.</summary>
    LargestAvailable,
}
