using System.Linq.Expressions;
using System.Reflection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Relay;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Types.Inference;

internal sealed partial class SchemaInference
{
    private readonly Dictionary<Type, NodeModel> nodes = [];
    private readonly Dictionary<string, NodeModel> nodesByName = new(StringComparer.Ordinal);
    private readonly HashSet<string> namedIds = new(StringComparer.Ordinal);

    /// <summary>Finds the node resolvers, before the types that they make nodes of are filled.</summary>
    private void FindNodes()
    {
        foreach (var type in configuration.Queries.Concat(configuration.Extensions).Concat(configuration.Types).Distinct())
        {
            FindNodes(type);
        }
    }

    private void FindNodes(Type @class)
    {
        foreach (var method in @class.GetMethods(PublicMembers).Where(method => method.IsDefined(typeof(NodeResolverAttribute))))
        {
            var type = Awaited(ClrShape.Of(method)).Type;
            var key = Array.Find(method.GetParameters(), parameter => Injected(parameter) is null);
            if (key is null || KeyCodec.For(key.ParameterType) is null)
            {
                errors.Report($"The node resolver {method.DeclaringType}.{method.Name} needs a first argument that is a key.");
            }
            else if (!nodes.TryAdd(type, new NodeModel(method, key)) && nodes[type].Method != method)
            {
                errors.Report($"{type} has more than one node resolver.");
            }
        }
    }

    // The id of a node type is the property Id, or the method that stands in for it.
    private bool IsNodeId(FieldSource? source, MemberInfo member) =>
        source is { Owner: ObjectType, Parent: { } parent } && nodes.ContainsKey(parent) && Naming.FieldName(member) == "id";

    private void AddNodeFields(ObjectType query)
    {
        if (nodes.Count == 0)
        {
            return;
        }

        var contract = new InterfaceType("Node") { Description = "An object with an id that is unique in the whole schema." };
        contract.Fields.Add(new OutputField("id", new NonNullType(IdType.Instance)) { Description = "The object's id, opaque." });
        types.Add(contract);
        foreach (var (type, node) in nodes)
        {
            if (Output(type, $"The node {type.Name}") is not ObjectType target)
            {
                errors.Report($"The node {type} is no object type.");
                continue;
            }

            Finish();
            target.Interfaces.Insert(0, contract);
            nodesByName[target.Name] = node;
            var source = new FieldSource(query, node.Method.DeclaringType!, null);
            node.Resolve = CompileNode(source, node);
        }

        query.Fields.Set(NodeField(contract));
        query.Fields.Set(NodesField(contract));
    }

    private Func<IResolverContext, object, ValueTask<object?>> CompileNode(FieldSource source, NodeModel node)
    {
        var key = Expression.Parameter(typeof(object), "key");
        var arguments = node.Method.GetParameters().Select(parameter =>
            parameter == node.Key ? Expression.Convert(key, node.KeyType)
            : Injected(parameter) ?? Expression.Default(parameter.ParameterType));
        var call = Expression.Call(node.Method.IsStatic ? null : Instance(source, node.Method), node.Method, arguments);
        var resolve = ResolverCompiler.Compile(call, key);
        var demands = Demands(node.Method, node.Method.DeclaringType!);
        node.IsScoped = scopedServices.AreTakenBy(call) || demands.Exists(demand => demand.Policy is not null);
        return demands.Count == 0 ? resolve : async (context, value) =>
        {
            await AuthorizeAsync(context, demands).ConfigureAwait(false);
            return await resolve(context, value).ConfigureAwait(false);
        };
    }

    private OutputField NodeField(InterfaceType contract)
    {
        var field = new OutputField("node", contract)
        {
            Description = "Finds an object by its id; null where there is none, or none that is yours.",
            Resolver = new AsyncResolver(context => NodeOf(context.ArgumentValue<string>("id")).ResolveAsync(context)) { IsScoped = HasScopedNodes },
        };
        field.Arguments.Add(new InputValue("id", new NonNullType(IdType.Instance)) { Description = "The object's id." });
        return field;
    }

    private OutputField NodesField(InterfaceType contract)
    {
        const int most = 100;
        var field = new OutputField("nodes", new NonNullType(new ListType(contract)))
        {
            Description = $"Finds objects by their ids, in their order; null in the place of one that is not found. At most {most}.",
            Resolver = new AsyncResolver(async context =>
            {
                var ids = (List<object?>)context.Arguments["ids"]!;
                if (ids.Count > most)
                {
                    throw BadInput($"At most {most} ids may be asked for at once.");
                }

                return await ResolveNodesAsync(context, [.. ids.Select(id => NodeOf((string)id!))]).ConfigureAwait(false);
            })
            {
                IsScoped = HasScopedNodes,
            },
        };
        field.Arguments.Add(new InputValue("ids", new NonNullType(new ListType(new NonNullType(IdType.Instance)))) { Description = "The objects' ids." });
        AddListSize(field.Directives, new ListSizeAttribute { AssumedSize = most, RequireOneSlicingArgument = false });
        return field;
    }

    // Side by side, so that data loaders see all keys; those that share the field's scope after them, one by one.
    private static async ValueTask<object?[]> ResolveNodesAsync(IResolverContext context, List<NodeReference> found)
    {
        var results = new Task<object?>?[found.Count];
        for (var index = 0; index < found.Count; index++)
        {
            results[index] = found[index].Node.IsScoped ? null : found[index].ResolveAsync(context).AsTask();
        }

        for (var index = 0; index < found.Count; index++)
        {
            if (results[index] is null)
            {
                results[index] = found[index].ResolveAsync(context).AsTask();
                await ((Task)results[index]!).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        return await Task.WhenAll(results!).ConfigureAwait(false);
    }

    private bool HasScopedNodes => configuration.DefaultQueryDependencyInjectionScope == DependencyInjection.DependencyInjectionScope.Resolver
        && nodes.Values.Any(node => node.IsScoped);

    private NodeReference NodeOf(string id)
    {
        if (!NodeIdSerializer.TryParseTypeName(id, out var typeName)
            || !nodesByName.TryGetValue(typeName, out var node)
            || !NodeIdSerializer.TryParse(id, typeName, node.KeyType, out var key))
        {
            throw BadInput($"The id \"{id}\" is not valid.");
        }

        return new NodeReference(node, key);
    }

    private readonly record struct NodeReference(NodeModel Node, object Key)
    {
        public ValueTask<object?> ResolveAsync(IResolverContext context) => Node.Resolve(context, Key);
    }

    private sealed class NodeModel(MethodInfo method, ParameterInfo key)
    {
        public MethodInfo Method { get; } = method;

        public ParameterInfo Key { get; } = key;

        public Type KeyType => Key.ParameterType;

        /// <summary>Whether it takes services of a scope.</summary>
        public bool IsScoped { get; set; }

        public Func<IResolverContext, object, ValueTask<object?>> Resolve { get; set; } = (_, _) => new((object?)null);
    }
}
