namespace Storefront.GraphQL.Execution.Cost;

/// <summary>What one request was estimated at, what its client was charged, and what it used in the end.</summary>
internal sealed class RequestCost(OperationCost requested, CostOptions options, bool isReported)
{
    private (ClientBudgets Budgets, string Client, ClientBudget Budget)? account;
    private double available;
    private bool isSettled;

    public OperationCost Requested => requested;

    /// <summary>Remembers whose budget was charged, or was too small.</summary>
    public void Charge(ClientBudgets budgets, string client, ClientBudget budget, double left)
    {
        account = (budgets, client, budget);
        available = left;
    }

    /// <summary>What is to be said of a request that did not run; null where nothing is.</summary>
    public CostReport? Report() => isReported ? ReportOf(null) : null;

    /// <summary>Gives back what the estimate was too much, once.</summary>
    /// <returns>What is to be said of it; null where nothing is.</returns>
    public CostReport? Settle(OperationCost used)
    {
        if (!isSettled && account is var (budgets, client, budget))
        {
            isSettled = true;
            available = budgets.GiveBack(client, budget, Math.Max(0, requested.Charge - used.Charge));
        }

        return isReported ? ReportOf(used) : null;
    }

    private CostReport ReportOf(OperationCost? used) => new(requested, used, options.MaxFieldCost, options.MaxTypeCost, account?.Budget, available);
}
