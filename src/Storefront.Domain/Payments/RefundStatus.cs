namespace Storefront.Domain.Payments;

/// <summary>Where money stands that staff give back.</summary>
public enum RefundStatus
{
    /// <summary>Staff asked for it; it is on its way to whoever pays it out.</summary>
    Asked,

    /// <summary>It went back, and the books say so.</summary>
    Done,

    /// <summary>Whoever should have paid it out refused to; nothing went back.</summary>
    Failed,

    /// <summary>It went back, as the books say, and the card's bank did not take it: the money is with the house again, which sends it another way.</summary>
    Bounced,
}
