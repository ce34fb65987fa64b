namespace Storefront.Domain.Hours;

/// <summary>What happens to work beyond the balance. The balance is never negative either way (COM-02).</summary>
public enum OveragePolicy
{
    /// <summary>It cannot be logged; the customer is offered an upgrade or an advance (FLU-09).</summary>
    Refuse,

    /// <summary>What does not fit is billed at the plan's hourly rate (FEN-12).</summary>
    Bill,
}
