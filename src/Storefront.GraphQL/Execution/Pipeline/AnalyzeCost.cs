using Storefront.GraphQL.Diagnostics;
using Storefront.GraphQL.Execution.Cost;
using Storefront.GraphQL.Execution.Results;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Execution.Pipeline;

/// <summary>Finds what a request costs before it is executed, keeps the limits of <see cref="CostOptions"/> and charges the client.</summary>
internal sealed class AnalyzeCost(CostOptions options, TimeProvider time)
{
    // What a request that comes to nothing is charged for each piece of its document: parsing is not free.
    private const int DocumentPiece = 4096;

    private readonly ClientBudgets budgets = new(options.MaxClients, time);

    /// <summary>Refuses, before anything is read, who has spent all.</summary>
    public OperationResultBody? Admit(OperationRequest request)
    {
        if (options.SkipAnalyzer || request.Client is not { } client || BudgetOf(client) is not { } budget)
        {
            return null;
        }

        var available = budgets.Peek(client.Key, budget);
        return available >= 1 ? null : RateLimited(1, available, budget, null);
    }

    /// <summary>Charges a little for what was refused.</summary>
    public void ChargeRefused(OperationRequest request)
    {
        if (!options.SkipAnalyzer && request.Client is { } client && BudgetOf(client) is { } budget)
        {
            budgets.Take(client.Key, budget, 1 + (request.Document.Length / DocumentPiece));
        }
    }

    /// <returns>The refusal, or the answer to who only asked for the cost; null to go on.</returns>
    public OperationResultBody? Run(RequestContext context)
    {
        var request = context.Request;
        if (options.SkipAnalyzer)
        {
            // Who asks for the cost alone counts on it that nothing is done.
            return request.CostMode == CostMode.Validate ? OperationResultBody.Refuse(ResultKind.RequestError, [ErrorHelper.CostUnknown()]) : null;
        }

        OperationCost requested;
        try
        {
            var plan = context.Operation!.GetCostPlan(options);
            if (plan.FindUnsliced(context.Variables!) is { } unsliced)
            {
                return OperationResultBody.Refuse(ResultKind.RequestError, [ErrorHelper.SlicingArgumentNeeded(unsliced)]);
            }

            requested = plan.Of(context.Variables!);
        }
        catch (GraphQLException tooLong)
        {
            return OperationResultBody.Refuse(ResultKind.LimitExceeded, tooLong.Errors);
        }

        GraphQLTelemetry.RecordCost(requested.Charge);
        var cost = new RequestCost(requested, options, options.ReportCost || request.CostMode != CostMode.Execute);
        context.Cost = cost;
        if (request.CostMode == CostMode.Validate)
        {
            return OperationResultBody.ReportOnly(cost.Report()!);
        }

        return CheckLimits(context.Definition!, cost) ?? ChargeClient(context.Definition!, request, cost);
    }

    private OperationResultBody? CheckLimits(OperationDefinitionNode operation, RequestCost cost)
    {
        if (!options.EnforceCostLimits)
        {
            return null;
        }

        var error = cost.Requested.FieldCost > options.MaxFieldCost ? ErrorHelper.CostExceeded(operation, "field", cost.Requested.FieldCost, options.MaxFieldCost)
            : cost.Requested.TypeCost > options.MaxTypeCost ? ErrorHelper.CostExceeded(operation, "type", cost.Requested.TypeCost, options.MaxTypeCost)
            : null;
        return error is null ? null : OperationResultBody.Refuse(ResultKind.LimitExceeded, [error], cost.Report());
    }

    private OperationResultBody? ChargeClient(OperationDefinitionNode operation, OperationRequest request, RequestCost cost)
    {
        if (request.Client is not { } client || BudgetOf(client) is not { } budget)
        {
            return null;
        }

        var charge = cost.Requested.Charge;
        var (isTaken, available) = budgets.TryTake(client.Key, budget, charge);
        cost.Charge(budgets, client.Key, budget, available);
        return isTaken ? null
            : charge > budget.MaximumAvailable
                ? OperationResultBody.Refuse(ResultKind.LimitExceeded, [ErrorHelper.CostOverBudget(operation, charge, budget.MaximumAvailable)], cost.Report())
                : RateLimited(charge, available, budget, cost.Report());
    }

    private ClientBudget? BudgetOf(RequestClient client) => client.Budget ?? options.ClientBudget;

    private static OperationResultBody RateLimited(double charge, double available, ClientBudget budget, CostReport? report)
    {
        var wait = TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling((charge - available) / budget.RestoreRate)));
        return OperationResultBody.Refuse(ResultKind.RateLimited, [ErrorHelper.RateLimited(charge, available, wait)], report, wait);
    }
}
