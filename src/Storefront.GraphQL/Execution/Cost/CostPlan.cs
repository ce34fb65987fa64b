using Storefront.GraphQL.Execution.Plan;

namespace Storefront.GraphQL.Execution.Cost;

/// <summary>
/// What an operation costs as far as its document says it: a graph in which what is selected at several places stands once, so that
/// it takes no longer than the document is, whatever its fragments expand to. Variables fill in the rest.
/// </summary>
internal sealed class CostPlan
{
    private readonly CostNode root;
    private readonly CostEntry[] sliced;
    private readonly double rootWeight;
    private readonly int nodeCount;
    private readonly bool isConstant;
    private readonly Lazy<OperationCost> constant;

    /// <exception cref="GraphQLException">It takes more steps than are allowed.</exception>
    public CostPlan(Operation operation)
    {
        var compiler = new CostPlanCompiler(operation);
        root = compiler.CompileRoot();
        rootWeight = operation.Schema.Costs.Of(operation.RootType);
        nodeCount = compiler.Nodes.Count;
        var entries = compiler.Nodes.SelectMany(node => node.Entries).ToList();
        sliced = [.. entries.Where(entry => entry.Size is { RequireOne: true })];
        isConstant = entries.TrueForAll(entry => entry.IsConstant) && compiler.Nodes.TrueForAll(node => node.Directives.All(source => source.IsConstant));
        constant = new Lazy<OperationCost>(() => Evaluate(Coercion.VariableCoercion.None, DefaultListSize));
    }

    /// <summary>The length of lists of which nothing is known.</summary>
    public required int DefaultListSize { get; init; }

    /// <summary>The cost in a request with these coerced variables.</summary>
    public OperationCost Of(IReadOnlyDictionary<string, object?> variables) => isConstant ? constant.Value : Evaluate(variables, DefaultListSize);

    /// <summary>The field of which the request gives none or more than one of the slicing arguments; null when there is none.</summary>
    public CostEntry? FindUnsliced(IReadOnlyDictionary<string, object?> variables) =>
        Array.Find(sliced, entry => entry.Size!.CountGiven(entry.Slicing, variables) != 1);

    private OperationCost Evaluate(IReadOnlyDictionary<string, object?> variables, int defaultListSize)
    {
        var evaluation = new CostEvaluation(variables, defaultListSize, nodeCount);
        return evaluation.Of(root, null).Plus(new OperationCost(0, rootWeight));
    }
}
