namespace Storefront.Domain.Plans;

/// <summary>How one plan stands to another, by rank.</summary>
public enum PlanStep
{
    Same,
    Upgrade,
    Downgrade,
}
