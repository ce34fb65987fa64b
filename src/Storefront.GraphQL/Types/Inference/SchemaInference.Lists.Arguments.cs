using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Types.Inference;

/// <content>What a client may ask of a list: a page, a filter, an order.</content>
internal sealed partial class SchemaInference
{
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

    private FilterInput? Filter(ListFeatures lists, string place)
    {
        var key = (lists.ItemType, string.Join(' ', lists.Filtering!.Properties));
        if (filters.TryGetValue(key, out var known))
        {
            return known;
        }

        var item = Output(lists.Item, place).NamedType;
        var type = new InputObjectType(NameOf(item, "FilterInput", place)) { Description = $"Conditions on the items of a list of {item.Name}, all of which must hold." };
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

    // Where another field offers other properties of the same item, the second is named after its own field.
    private string NameOf(NamedType item, string suffix, string place) =>
        types.Exists(type => type.Name == $"{item.Name}{suffix}")
            ? string.Concat(place.Split('.').Select(Naming.PascalCase)) + item.Name + suffix
            : $"{item.Name}{suffix}";

    private InputObjectType Operations(NamedType leaf, Type type)
    {
        var name = $"{Naming.PascalCase(leaf.Name)}OperationFilterInput";
        if (types.Find(known => known.Name == name) is InputObjectType known)
        {
            return known;
        }

        var input = new InputObjectType(name) { Description = $"Conditions on a value of type {leaf.Name}, all of which must hold." };
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
        var type = new InputObjectType(NameOf(item, "SortInput", place)) { Description = $"What to order a list of {item.Name} by." };
        var direction = Enumeration(typeof(SortEnumType));
        var sort = new SortInput(type);
        foreach (var property in ListProperties.Of(lists.ItemType, lists.Sorting.Properties, problem => errors.Report($"{place}: {problem}"), IsLeaf))
        {
            var name = Naming.FieldName(property);
            type.Fields.Add(new InputValue(name, direction) { Description = DescriptionOf(property) });
            sort.Properties.Add(name, SortedProperty.Of(property));
        }

        sorts.Add(key, sort);
        types.Add(type);
        return sort;
    }
}
