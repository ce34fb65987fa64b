using System.Globalization;
using System.Reflection;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Types.Inference;

internal sealed partial class SchemaInference
{
    private void AddCost(List<DirectiveNode> applied, Type type)
    {
        if (type.GetCustomAttribute<CostAttribute>() is { } cost)
        {
            AddCost(applied, cost);
        }
    }

    private void AddCost(List<DirectiveNode> applied, CostAttribute cost)
    {
        Define("cost", () => CreateDirective(
            "cost",
            "What a field or type weighs in cost analysis.",
            [
                DirectiveLocation.Scalar, DirectiveLocation.Object, DirectiveLocation.FieldDefinition,
                DirectiveLocation.ArgumentDefinition, DirectiveLocation.Enum, DirectiveLocation.InputFieldDefinition,
            ],
            new InputValue("weight", new NonNullType(StringType.Instance)) { Description = "The weight, a number written as a string." }));
        applied.Add(Apply("cost", ("weight", new StringValueNode(cost.Weight.ToString(CultureInfo.InvariantCulture)))));
    }

    /// <summary>Gives a field whose resolver may wait by itself the weight of <see cref="SchemaConfiguration.DefaultResolverCost"/>, unless it has one.</summary>
    private void AddDefaultCost(OutputField field)
    {
        if (configuration.DefaultResolverCost is { } weight && !field.Directives.Exists(directive => directive.Name.Value == "cost"))
        {
            AddCost(field.Directives, new CostAttribute(weight));
        }
    }

    private void AddListSize(List<DirectiveNode> applied, ListSizeAttribute size)
    {
        var texts = new ListType(new NonNullType(StringType.Instance));
        Define("listSize", () => CreateDirective(
            "listSize",
            "How long a field's list may become.",
            [DirectiveLocation.FieldDefinition],
            new InputValue("assumedSize", IntType.Instance) { Description = "The length assumed where no slicing argument says it." },
            new InputValue("slicingArguments", texts) { Description = "Arguments whose value is the length's upper bound." },
            new InputValue("slicingArgumentDefaultValue", IntType.Instance) { Description = "The value of a slicing argument that was not given." },
            new InputValue("sizedFields", texts) { Description = "Fields of the returned object that are the list, such as `edges` and `nodes`." },
            new InputValue("requireOneSlicingArgument", new NonNullType(BooleanType.Instance))
            {
                Description = "Whether exactly one slicing argument must be given.",
                DefaultValue = new BooleanValueNode(true),
            }));
        var arguments = new List<(string, ValueNode)>();
        if (size.AssumedSize > 0)
        {
            arguments.Add(("assumedSize", ConstantValues.ToNode(size.AssumedSize)));
        }

        if (size.SlicingArguments.Length > 0)
        {
            arguments.Add(("slicingArguments", ConstantValues.ToNode(size.SlicingArguments)));
        }

        if (size.SlicingArgumentDefaultValue > 0)
        {
            arguments.Add(("slicingArgumentDefaultValue", ConstantValues.ToNode(size.SlicingArgumentDefaultValue)));
        }

        if (size.SizedFields.Length > 0)
        {
            arguments.Add(("sizedFields", ConstantValues.ToNode(size.SizedFields)));
        }

        arguments.Add(("requireOneSlicingArgument", new BooleanValueNode(size.RequireOneSlicingArgument && size.SlicingArguments.Length > 0)));
        applied.RemoveAll(directive => directive.Name.Value == "listSize");
        applied.Add(Apply("listSize", [.. arguments]));
    }

    private void Define(string name, Func<DirectiveType> create)
    {
        if (!directives.Exists(directive => directive.Name == name))
        {
            directives.Add(create());
        }
    }

    private static DirectiveType CreateDirective(string name, string description, string[] locations, params InputValue[] arguments)
    {
        var directive = new DirectiveType(name) { Description = description };
        directive.Locations.AddRange(locations);
        foreach (var argument in arguments)
        {
            directive.Arguments.Add(argument);
        }

        return directive;
    }

    private static DirectiveNode Apply(string name, params (string Name, ValueNode Value)[] arguments) =>
        new(new NameNode(name), [.. arguments.Select(argument => new ArgumentNode(new NameNode(argument.Name), argument.Value))]);
}
