using System.Linq.Expressions;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types.Attributes;
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

    private void AddListArguments(OutputField field, ListFeatures lists, string place)
    {
        if (lists.Paging is { } paging)
        {
            var limits = new PagingLimits(
                paging.DefaultPageSize > 0 ? paging.DefaultPageSize : configuration.Paging.DefaultPageSize,
                paging.MaxPageSize > 0 ? paging.MaxPageSize : configuration.Paging.MaxPageSize);
            PagingFeature.SetLimits(field, limits with { DefaultPageSize = Math.Min(limits.DefaultPageSize, limits.MaxPageSize) });
            field.Arguments.Add(new InputValue("first", IntType.Instance) { Description = $"How many items from the beginning, at most {limits.MaxPageSize}." });
            field.Arguments.Add(new InputValue("after", StringType.Instance) { Description = "The cursor behind which they begin." });
            field.Arguments.Add(new InputValue("last", IntType.Instance) { Description = $"How many items from the end, at most {limits.MaxPageSize}." });
            field.Arguments.Add(new InputValue("before", StringType.Instance) { Description = "The cursor before which they end." });
            if (!field.Directives.Exists(directive => directive.Name.Value == "listSize"))
            {
                AddListSize(field.Directives, new ListSizeAttribute
                {
                    AssumedSize = limits.MaxPageSize,
                    SlicingArguments = ["first", "last"],
                    SlicingArgumentDefaultValue = limits.DefaultPageSize,
                    SizedFields = ["edges", "nodes"],
                    RequireOneSlicingArgument = false,
                });
            }
        }

        if (lists.Filtering is not null && (lists.Filter = Filter(lists, place)) is { } filter)
        {
            field.Arguments.Add(new InputValue("where", filter.Type) { Description = "Conditions, all of which must hold." });
        }

        if (lists.Sorting is not null && (lists.Sort = Sort(lists, place)) is { } sort)
        {
            field.Arguments.Add(new InputValue("order", new ListType(new NonNullType(sort.Type))) { Description = "What to order by, most important first." });
        }
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

        return resolver.ThenAsync(ListPipeline.Create(lists));
    }

    private FilterInput? Filter(ListFeatures lists, string place)
    {
        var key = (lists.ItemType, string.Join(' ', lists.Filtering!.Properties));
        if (filters.TryGetValue(key, out var known))
        {
            return known;
        }

        var item = Output(lists.Item, place).NamedType;
        var type = new InputObjectType($"{item.Name}FilterInput") { Description = $"Conditions on a {item.Name}, all of which must hold." };
        var filter = new FilterInput(type, lists.ItemType);
        foreach (var property in ListProperties.Of(lists.ItemType, lists.Filtering.Properties, problem => errors.Report($"{place}: {problem}"), IsLeaf))
        {
            var shape = ClrShape.Of(property);
            var leaf = (NamedType)Input(shape with { IsNullable = true }, place);
            var operations = Operations(leaf, shape.Type);
            var name = Naming.FieldName(property);
            type.Fields.Add(new InputValue(name, operations) { Description = DescriptionOf(property) });
            filter.Properties.Add(name, new FilteredProperty(property, Conversion(shape, leaf, null, $"{type.Name}.{name}")));
        }

        filters.Add(key, filter);
        types.Add(type);
        return filter;
    }

    private InputObjectType Operations(NamedType leaf, Type type)
    {
        var name = $"{Naming.PascalCase(leaf.Name)}OperationFilterInput";
        if (types.Find(known => known.Name == name) is InputObjectType known)
        {
            return known;
        }

        var input = new InputObjectType(name) { Description = $"Conditions on a {leaf.Name}, all of which must hold." };
        foreach (var (operation, isList, description) in FilterOperations.Of(leaf, type))
        {
            input.Fields.Add(new InputValue(operation, isList ? new ListType(new NonNullType(leaf)) : leaf) { Description = description });
        }

        types.Add(input);
        return input;
    }

    private SortInput? Sort(ListFeatures lists, string place)
    {
        var key = (lists.ItemType, string.Join(' ', lists.Sorting!.Properties));
        if (sorts.TryGetValue(key, out var known))
        {
            return known;
        }

        var item = Output(lists.Item, place).NamedType;
        var type = new InputObjectType($"{item.Name}SortInput") { Description = $"What to order a list of {item.Name} by." };
        var direction = Enumeration(typeof(SortEnumType));
        var sort = new SortInput(type);
        foreach (var property in ListProperties.Of(lists.ItemType, lists.Sorting.Properties, problem => errors.Report($"{place}: {problem}"), IsLeaf))
        {
            var name = Naming.FieldName(property);
            type.Fields.Add(new InputValue(name, direction) { Description = DescriptionOf(property) });
            sort.Properties.Add(name, property);
        }

        sorts.Add(key, sort);
        types.Add(type);
        return sort;
    }

    private bool IsLeaf(Type type) => scalars.ContainsKey(type) || type.IsEnum;
}
