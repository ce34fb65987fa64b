using System.Collections.Frozen;
using Storefront.GraphQL.Execution.Cost;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Types.Introspection;

namespace Storefront.GraphQL.Execution.Plan;

/// <summary>
/// An operation compiled for execution: fields collected and merged, <c>@skip</c> and <c>@include</c> resolved, constant arguments coerced.
/// Made once for a document and the values of its conditions, used by any number of requests at a time.
/// </summary>
internal sealed class Operation
{
    private readonly OperationCompiler compiler;
    private int selectionCount;
    private KeptAnswer? kept;
    private CostPlan? costPlan;

    public Operation(Schema schema, DocumentNode document, OperationDefinitionNode definition, FrozenDictionary<string, bool?> conditions)
    {
        Schema = schema;
        Definition = definition;
        RootType = schema.GetRootType(definition.Operation)!;
        compiler = new OperationCompiler(this, document, conditions);
        RootSelectionSet = compiler.Compile(RootType, [definition.SelectionSet]);
        var roots = RootSelectionSet.Selections;
        IsIntrospection = definition is { Operation: OperationType.Query, VariableDefinitions.Count: 0 }
            && Array.Exists(roots, selection => selection.Field == IntrospectionFields.Schema)
            && Array.TrueForAll(roots, selection => selection.Field == IntrospectionFields.Schema || selection.Field == IntrospectionFields.TypeName);
    }

    public Schema Schema { get; }

    public OperationDefinitionNode Definition { get; }

    public OperationType Type => Definition.Operation;

    public ObjectType RootType { get; }

    public SelectionSet RootSelectionSet { get; }

    /// <summary>How many selections have an id by now; grows while parts of the plan are first used.</summary>
    public int SelectionCount => Volatile.Read(ref selectionCount);

    /// <summary>
    /// Whether it asks for the whole schema and nothing else, by <c>__schema</c> (section 4.1) and <c>__typename</c>, without variables: every
    /// request for it is answered alike.
    /// </summary>
    public bool IsIntrospection { get; }

    /// <summary>Where its answer is kept; null where it is none that could be.</summary>
    public IntrospectionAnswers? Answers { get; set; }

    /// <summary>Its answer, once that is kept.</summary>
    public KeptAnswer? Kept => Volatile.Read(ref kept);

    /// <returns>False when one is kept already.</returns>
    public bool TryKeep(KeptAnswer answer) => Interlocked.CompareExchange(ref kept, answer, null) is null;

    public void Forget() => Volatile.Write(ref kept, null);

    internal int NextSelectionId() => Interlocked.Increment(ref selectionCount) - 1;

    internal SelectionSet Compile(ObjectType objectType, IReadOnlyList<SelectionSetNode> selectionSets) => compiler.Compile(objectType, selectionSets);

    internal OrderedDictionary<string, List<FieldNode>> Collect(
        ObjectType objectType, IReadOnlyList<SelectionSetNode> selectionSets, List<DirectiveNode>? fragmentDirectives) =>
        compiler.Collect(objectType, selectionSets, fragmentDirectives);

    internal OutputField FindField(ObjectType objectType, string name) => compiler.FindField(objectType, name);

    /// <summary>What it costs, found when first asked for.</summary>
    /// <exception cref="GraphQLException">It takes too long to find.</exception>
    internal CostPlan GetCostPlan(CostOptions options) => costPlan ??= new CostPlan(this) { DefaultListSize = options.DefaultListSize };
}

/// <summary>The fields selected on one object type, merged by response name and in the order of section 6.3.2.</summary>
internal sealed class SelectionSet(ObjectType objectType, Selection[] selections)
{
    public ObjectType ObjectType { get; } = objectType;

    public Selection[] Selections { get; } = selections;

    /// <summary>Why the fields cannot be collected, none of which stands in <see cref="Selections"/> then; null when they can.</summary>
    public GraphQLError? Failure { get; init; }

    /// <summary>What resolving these fields on one object weighs, with the object itself; arguments and lists of leaves aside.</summary>
    public OperationCost Cost { get; init; }
}
