using System.Linq.Expressions;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types.Pagination;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Types.Inference;

internal sealed partial class SchemaInference
{
    private readonly Dictionary<string, ObjectType> connections = new(StringComparer.Ordinal);
    private readonly Dictionary<(Type Item, string Properties), FilterInput> filters = [];
    private readonly Dictionary<(Type Item, string Properties), SortInput> sorts = [];

    private NonNullType ConnectionType(ListFeatures lists, string place)
    {
        var item = Output(lists.Item, place);
        var name = lists.Paging!.ConnectionName ?? item.NamedType.Name;
        if (!connections.TryGetValue(name, out var connection))
        {
            var edge = new ObjectType($"{name}Edge") { Description = "An item of a page.", RuntimeType = typeof(Edge<>).MakeGenericType(lists.ItemType) };
            edge.Fields.Add(new OutputField("cursor", new NonNullType(StringType.Instance))
            {
                Description = "The item's place in the list, opaque.",
                Resolver = new PureResolver(context => context.Parent<IEdge>().Cursor),
            });
            edge.Fields.Add(new OutputField("node", item)
            {
                Description = "The item.",
                Resolver = new PureResolver(context => context.Parent<IEdge>().Node),
            });
            connection = new ObjectType($"{name}Connection") { Description = "A page of a list.", RuntimeType = typeof(Connection<>).MakeGenericType(lists.ItemType) };
            connection.Fields.Add(new OutputField("edges", new NonNullType(new ListType(new NonNullType(edge))))
            {
                Description = "The items with their cursors.",
                Resolver = new PureResolver(context => context.Parent<IConnection>().Edges),
            });
            connection.Fields.Add(new OutputField("nodes", new NonNullType(new ListType(item)))
            {
                Description = "The items.",
                Resolver = new PureResolver(context => context.Parent<IConnection>().Nodes),
            });
            connection.Fields.Add(new OutputField("pageInfo", new NonNullType(PageInfoType()))
            {
                Description = "What lies beyond the page.",
                Resolver = new PureResolver(context => context.Parent<IConnection>().PageInfo),
            });
            connections.Add(name, connection);
            types.Add(connection);
            types.Add(edge);
            ExtendByName(connection);
            ExtendByName(edge);
        }
        else if (connection.Fields["nodes"].Type.NamedType != item.NamedType)
        {
            errors.Report($"{place} and another field both name their connection {name}, but their items differ.");
        }

        if (lists.Paging.IncludeTotalCount && !connection.Fields.Contains("totalCount"))
        {
            connection.Fields.Add(new OutputField("totalCount", new NonNullType(IntType.Instance))
            {
                Description = "The number of items of the whole list.",
                Resolver = new PureResolver(context => context.Parent<IConnection>().TotalCount),
            });
        }

        return new NonNullType(connection);
    }

    private ObjectType PageInfoType()
    {
        if (outputs.TryGetValue(typeof(PageInfo), out var known))
        {
            return (ObjectType)known;
        }

        var type = new ObjectType("PageInfo") { Description = "What lies beyond a page.", RuntimeType = typeof(PageInfo) };
        Add("hasNextPage", new NonNullType(BooleanType.Instance), "Whether items follow.", page => Boxes.Of(page.HasNextPage));
        Add("hasPreviousPage", new NonNullType(BooleanType.Instance), "Whether items precede.", page => Boxes.Of(page.HasPreviousPage));
        Add("startCursor", StringType.Instance, "The first item's cursor; null on an empty page.", page => page.StartCursor);
        Add("endCursor", StringType.Instance, "The last item's cursor; null on an empty page.", page => page.EndCursor);
        outputs.Add(typeof(PageInfo), type);
        types.Add(type);
        return type;

        void Add(string name, IType fieldType, string description, Func<PageInfo, object?> resolve) =>
            type.Fields.Add(new OutputField(name, fieldType)
            {
                Description = description,
                Resolver = new PureResolver(context => resolve(context.Parent<PageInfo>())),
            });
    }

    private CompiledResolver CompileList(Expression call, ClrShape shape, ListFeatures lists, string place)
    {
        var resolver = ResolverCompiler.Compile(call);
        if (lists.GivesConnection)
        {
            return resolver;
        }

        if (shape.Element is null)
        {
            errors.Report($"{place} is of the C# type {shape.Type}, which is no list.");
            return resolver;
        }

        return resolver.ThenAsync(ListPipeline.Create(lists, problem => errors.Report($"{place}: {problem}")));
    }

    private bool IsLeaf(Type type) => scalars.ContainsKey(type) || type.IsEnum;
}
