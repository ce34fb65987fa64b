namespace Storefront.GraphQL.Execution.Cost;

/// <summary>
/// What an operation may cost, in the terms of the IBM GraphQL cost specification: the field cost weighs what resolvers have to do, the type cost
/// the objects that an answer may hold. Both are found before anything is executed.
/// </summary>
public sealed class CostOptions
{
    /// <summary>The most that an operation's fields may weigh (inclusive). Default: 50 000.</summary>
    public double MaxFieldCost { get; set; } = 50_000;

    /// <summary>The most that the objects of an answer may weigh (inclusive). Default: 50 000.</summary>
    public double MaxTypeCost { get; set; } = 50_000;

    /// <summary>The length assumed of a list without <c>@listSize</c>. Default: 10.</summary>
    public int DefaultListSize { get; set; } = 10;

    /// <summary>Whether an operation over its limits is refused. Default: true.</summary>
    public bool EnforceCostLimits { get; set; } = true;

    /// <summary>Whether costs are neither found nor reported nor charged. Default: false.</summary>
    public bool SkipAnalyzer { get; set; }

    /// <summary>Whether every answer says in <c>extensions.cost</c> what it cost; a request may ask for it by itself. Default: false.</summary>
    public bool ReportCost { get; set; }

    /// <summary>What a client without a budget of its own may spend; null (the default) for no limit.</summary>
    public ClientBudget? ClientBudget { get; set; }

    /// <summary>How many clients' budgets are remembered at most, from 1; those that are full again are forgotten first. Default: 10 000.</summary>
    public int MaxClients { get; set; } = 10_000;
}
