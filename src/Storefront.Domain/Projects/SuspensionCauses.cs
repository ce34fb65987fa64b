namespace Storefront.Domain.Projects;

/// <summary>What the causes for which a project stands still have in common.</summary>
public static class SuspensionCauses
{
    /// <summary>Whether its order ended unpaid, so that a payment brings it back.</summary>
    public static bool IsUnpaid(this SuspensionCause cause) => cause is SuspensionCause.OrderExpired or SuspensionCause.OrderWithdrawn;

    /// <summary>Whether the project ended: nobody resumes it.</summary>
    public static bool IsEnd(this SuspensionCause cause) => cause.IsUnpaid() || cause is SuspensionCause.CustomerLeft or SuspensionCause.OrderRefunded;
}
