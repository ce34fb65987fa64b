using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution.Cost;

/// <summary>How long the lists of introspection are: those of the schema to the item, those of a type on average, rounded up.</summary>
internal sealed class IntrospectionSizes
{
    private readonly Dictionary<(string Type, string Field), int> sizes;

    public IntrospectionSizes(Schema schema)
    {
        var complex = schema.Types.OfType<ComplexType>().ToList();
        var fields = complex.SelectMany(type => type.Fields).ToList();
        sizes = new()
        {
            [("__Schema", "types")] = schema.Types.Count,
            [("__Schema", "directives")] = schema.Directives.Count,
            [("__Type", "fields")] = Average(fields.Count, schema.Types.Count),
            [("__Type", "interfaces")] = 1,
            [("__Type", "possibleTypes")] = 1,
            [("__Type", "enumValues")] = Average(schema.Types.OfType<EnumType>().Sum(type => type.Values.Count), schema.Types.Count),
            [("__Type", "inputFields")] = Average(schema.Types.OfType<InputObjectType>().Sum(type => type.Fields.Count), schema.Types.Count),
            [("__Field", "args")] = Average(fields.Sum(field => field.Arguments.Count), fields.Count),
            [("__Directive", "args")] = Average(schema.Directives.Sum(directive => directive.Arguments.Count), schema.Directives.Count),
            [("__Directive", "locations")] = Average(schema.Directives.Sum(directive => directive.Locations.Count), schema.Directives.Count),
        };
    }

    public ListSize? SizeOf(ComplexType type, OutputField field) =>
        sizes.TryGetValue((type.Name, field.Name), out var size) ? new ListSize(size, [], null, [], false) : null;

    private static int Average(int sum, int count) => count == 0 ? 1 : Math.Max(1, (sum + count - 1) / count);
}
