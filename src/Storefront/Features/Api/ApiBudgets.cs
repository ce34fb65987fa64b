using Storefront.GraphQL.Execution.Cost;

namespace Storefront.Features.Api;

/// <summary>What clients may spend: at once, and a second in the long run. Points are what <c>extensions.cost</c> counts.</summary>
public sealed class ApiBudgets
{
    /// <summary>The section of the settings, for example <c>GraphQL:Budgets:Anonymous:RestoreRate</c>.</summary>
    public const string Settings = "GraphQL:Budgets";

    /// <summary>For everybody behind an address who is not signed in.</summary>
    public ClientBudget Anonymous { get; set; } = new(20_000, 1_000);

    /// <summary>For each person who is signed in, whatever the number of windows.</summary>
    public ClientBudget Session { get; set; } = new(50_000, 2_500);

    /// <summary>For each token.</summary>
    public ClientBudget Token { get; set; } = new(50_000, 2_500);
}
