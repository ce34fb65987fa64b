namespace Storefront.Features.Checkout;

/// <summary>What an order is for.</summary>
public enum OrderPurpose
{
    /// <summary>A plan.</summary>
    Plan,

    /// <summary>The difference of an upgrade, for who has no card on file (FEN-04).</summary>
    Upgrade,

    /// <summary>Work beyond the included hours, for who has no invoice to put it on (FEN-12).</summary>
    Overage,

    /// <summary>A package, which becomes a project (TEC-01).</summary>
    Package,

    /// <summary>The price of a ticket's quote (ALF-08).</summary>
    Quote,

    /// <summary>The next term of a plan that nobody charges by itself, with what upgrades cost beside it (FLU-21).</summary>
    Renewal,
}
