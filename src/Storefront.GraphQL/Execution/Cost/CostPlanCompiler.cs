using System.Runtime.CompilerServices;
using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution.Cost;

/// <summary>Makes the nodes of a <see cref="CostPlan"/>: one for each object type and set of selection sets that meet on it.</summary>
internal sealed class CostPlanCompiler(Operation operation)
{
    // What the limits on fields leave is far less; the selections of abstract types multiply it by their types.
    private const int MaxSteps = 500_000;

    private readonly SchemaCosts costs = operation.Schema.Costs;
    private readonly Dictionary<NodeKey, CostNode> known = [];
    private int steps;

    public List<CostNode> Nodes { get; } = [];

    public CostNode CompileRoot()
    {
        var root = Compile(operation.RootType, [operation.Definition.SelectionSet], null);
        if (costs.HasDirectiveWeights)
        {
            root.Directives = [.. root.Directives, .. Weighed(operation.Definition.Directives)];
        }

        return root;
    }

    // Which lengths the parent hands down decides what a node costs, so that it is part of what tells nodes apart.
    private CostNode Compile(ObjectType type, SelectionSetNode[] selectionSets, ListSize? parent)
    {
        var key = new NodeKey(type, selectionSets, parent);
        if (known.TryGetValue(key, out var node))
        {
            return node;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new GraphQLException(ErrorHelper.CostTakesTooLong(operation.Definition, MaxSteps));
        }

        node = new CostNode(Nodes.Count) { Costs = costs };
        Nodes.Add(node);
        known.Add(key, node);
        var directives = costs.HasDirectiveWeights ? new List<DirectiveNode>() : null;
        var collected = Collect(type, selectionSets, directives);
        node.Directives = directives is null ? [] : Weighed(directives);
        node.Entries = [.. collected.Values.Select(nodes => Entry(type, nodes))];
        return node;
    }

    private OrderedDictionary<string, List<FieldNode>> Collect(ObjectType type, SelectionSetNode[] selectionSets, List<DirectiveNode>? directives)
    {
        try
        {
            return operation.Collect(type, selectionSets, directives);
        }
        catch (GraphQLException)
        {
            // Where it comes to that, execution fails as well and resolves nothing.
            return [];
        }
    }

    private CostEntry Entry(ObjectType type, List<FieldNode> nodes)
    {
        steps += nodes.Count;
        if (steps > MaxSteps)
        {
            throw new GraphQLException(ErrorHelper.CostTakesTooLong(operation.Definition, MaxSteps));
        }

        var first = nodes[0];
        var field = operation.FindField(type, first.Name.Value);
        var weight = costs.Of(field);
        var selectionSets = nodes.Where(node => node.SelectionSet is not null).Select(node => node.SelectionSet!).ToArray();
        var named = field.Type.NamedType;
        var below = weight.Size is { SizedFields.Length: > 0 } size ? size : null;
        return new CostEntry
        {
            Costs = costs,
            Field = field,
            Node = first,
            Weight = weight.Weight,
            Weighed =
            [
                .. field.Arguments.Count == 0 ? [] : field.Arguments.Where(costs.IsWeighed).Select(argument => Source(argument, first.Arguments)),
                .. costs.HasDirectiveWeights ? Weighed(nodes.SelectMany(node => node.Directives)) : [],
            ],
            Size = weight.Size,
            Slicing = weight.Size is null ? [] : [.. weight.Size.SlicingArguments.Select(path => Source(field.Arguments[path[0]], first.Arguments))],
            ListDepth = DepthOf(field.Type),
            Values = selectionSets.Length == 0
                ? [(costs.Of(named), null)]
                : [.. operation.Schema.GetPossibleTypes(named).Select(possible => (costs.Of(possible), (CostNode?)Compile(possible, selectionSets, below)))],
        };
    }

    private ArgumentSource[] Weighed(IEnumerable<DirectiveNode> directives) =>
    [
        .. directives.SelectMany(directive => operation.Schema.TryGetDirective(directive.Name.Value, out var definition)
            ? definition.Arguments.Where(costs.IsWeighed).Select(argument => Source(argument, directive.Arguments))
            : []),
    ];

    private static ArgumentSource Source(InputValue definition, IReadOnlyList<ArgumentNode> arguments) =>
        new(definition, arguments.FirstOrDefault(argument => argument.Name.Value == definition.Name)?.Value);

    private static int DepthOf(IType type)
    {
        var depth = 0;
        for (var at = type.Nullable; at is ListType list; at = list.ElementType.Nullable)
        {
            depth++;
        }

        return depth;
    }

    /// <summary>Equal to a key of the same type, selection sets in their order, and lengths.</summary>
    private readonly record struct NodeKey(ObjectType Type, SelectionSetNode[] SelectionSets, ListSize? Parent)
    {
        public bool Equals(NodeKey other) =>
            ReferenceEquals(Type, other.Type) && ReferenceEquals(Parent, other.Parent) && SelectionSets.AsSpan().SequenceEqual(other.SelectionSets);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.Add(Type);
            foreach (var selectionSet in SelectionSets)
            {
                hash.Add(selectionSet);
            }

            return hash.ToHashCode();
        }
    }
}
