namespace Storefront.GraphQL.Execution.Cost;

/// <summary>A bucket of cost that refills steadily: what a client may spend at once, and in the long run.</summary>
/// <param name="MaximumAvailable">What a full bucket holds, above 0.</param>
/// <param name="RestoreRate">What comes back a second, above 0.</param>
public sealed record ClientBudget(double MaximumAvailable, double RestoreRate);
