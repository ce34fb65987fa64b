using Storefront.Domain.Plans;

namespace Storefront.Features.Checkout;

/// <summary>What somebody wants to buy, and how it is to be paid.</summary>
/// <param name="PlanKey">The plan, by the handbook's key.</param>
/// <param name="Interval">Month or year.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Method">The payment method, by the handbook's key.</param>
/// <param name="IdempotencyKey">The buyer's own: asked again with it, nothing is ordered twice. 1 to 255 characters.</param>
public sealed record StartCheckoutInput(string? PlanKey, BillingInterval Interval, string? Currency, string? Method, string? IdempotencyKey)
{
    /// <summary>The package, by the handbook's key, instead of a plan.</summary>
    public string? PackageKey { get; init; }

    /// <summary>The package's design, by its key, where it has any (TEC-06).</summary>
    public string? DesignKey { get; init; }

    /// <summary>The platform, by the handbook's key, where the package leaves it open.</summary>
    public string? PlatformKey { get; init; }
}
