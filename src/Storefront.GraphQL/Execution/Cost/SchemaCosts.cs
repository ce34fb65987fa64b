using System.Collections.Frozen;
using System.Globalization;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Types.Introspection;

namespace Storefront.GraphQL.Execution.Cost;

/// <summary>
/// What everything in a schema weighs: by <c>@cost</c> where it stands, else 1 for what has fields and 0 for leaves, as the specification
/// has it. Introspection weighs little, and its lists are as long as this schema makes them.
/// </summary>
internal sealed class SchemaCosts
{
    private const string CostName = "cost";
    private const double IntrospectionWeight = 0.05;

    // Who needs the schema needs it once; asked for under many names it is the largest answer that a small document can get.
    private const double SchemaWeight = 200;

    private readonly FrozenDictionary<OutputField, FieldWeight> fields;
    private readonly FrozenDictionary<InputValue, double> inputs;
    private readonly FrozenDictionary<string, double> types;

    /// <param name="schema">The schema.</param>
    /// <param name="errors">Where each place is reported whose directive says something that cannot be.</param>
    public SchemaCosts(Schema schema, SchemaErrors errors)
    {
        var outputs = new Dictionary<OutputField, FieldWeight>();
        var values = new Dictionary<InputValue, double>();
        var introspection = new IntrospectionSizes(schema);
        foreach (var type in schema.Types.OfType<ComplexType>())
        {
            foreach (var field in type.Fields)
            {
                var place = $"{type.Name}.{field.Name}";
                outputs[field] = type.IsSpecified
                    ? new FieldWeight(field.Type.NamedType.IsLeaf ? 0 : IntrospectionWeight, introspection.SizeOf(type, field))
                    : new FieldWeight(WeightOf(field.Directives, place, errors) ?? DefaultOf(field.Type), SizeOf(field, place, errors));
                AddInputs(field.Arguments, place, values, errors);
            }
        }

        foreach (var meta in (OutputField[])[IntrospectionFields.Schema, IntrospectionFields.Type, IntrospectionFields.TypeName])
        {
            outputs[meta] = new FieldWeight(meta == IntrospectionFields.Schema ? SchemaWeight : DefaultOf(meta.Type), null);
            AddInputs(meta.Arguments, meta.Name, values, errors);
        }

        foreach (var input in schema.Types.OfType<InputObjectType>())
        {
            AddInputs(input.Fields, input.Name, values, errors);
        }

        foreach (var directive in schema.Directives)
        {
            AddInputs(directive.Arguments, $"@{directive.Name}", values, errors);
        }

        types = schema.Types.DistinctBy(type => type.Name).ToFrozenDictionary(
            type => type.Name,
            type => WeightOf(type.Directives, type.Name, errors) ?? (!type.IsComposite ? 0 : type.IsSpecified ? IntrospectionWeight : 1),
            StringComparer.Ordinal);
        fields = outputs.ToFrozenDictionary();
        inputs = values.ToFrozenDictionary();
        HasDirectiveWeights = schema.Directives.Any(directive => directive.Arguments.Any(IsWeighed));
    }

    /// <summary>Whether any directive's arguments weigh something.</summary>
    public bool HasDirectiveWeights { get; }

    public FieldWeight Of(OutputField field) => fields[field];

    public double Of(NamedType type) => types[type.Name];

    public double Of(InputValue input) => inputs[input];

    /// <summary>Whether giving the argument can weigh anything at all.</summary>
    public bool IsWeighed(InputValue input) => inputs[input] != 0 || input.Type.NamedType is InputObjectType;

    /// <summary>What a coerced value weighs together with the argument or input field that it is given to; each input object of a list weighs by itself.</summary>
    public double Of(InputValue input, object? value)
    {
        var weight = inputs[input];
        return input.Type.NamedType is InputObjectType type ? Of(type, weight, value)
            : value is null ? 0
            : weight;
    }

    private double Of(InputObjectType type, double weight, object? value)
    {
        switch (value)
        {
            case IReadOnlyList<object?> list:
                var sum = 0d;
                for (var index = 0; index < list.Count; index++)
                {
                    sum += Of(type, weight, list[index]);
                }

                return sum;
            case IReadOnlyDictionary<string, object?> given:
                foreach (var (name, inner) in given)
                {
                    weight += Of(type.Fields[name], inner);
                }

                return weight;
            default:
                return 0;
        }
    }

    private static double DefaultOf(IType type) => type.NamedType.IsLeaf ? 0 : 1;

    private static void AddInputs(FieldCollection<InputValue> members, string owner, Dictionary<InputValue, double> values, SchemaErrors errors)
    {
        foreach (var member in members)
        {
            values[member] = WeightOf(member.Directives, $"{owner}.{member.Name}", errors) ?? (member.Type.NamedType is InputObjectType ? 1 : 0);
        }
    }

    private static double? WeightOf(List<DirectiveNode> directives, string place, SchemaErrors errors)
    {
        if (directives.Find(directive => directive.Name.Value == CostName) is not { } cost
            || cost.Arguments.FirstOrDefault(argument => argument.Name.Value == "weight") is not { } argument)
        {
            return null;
        }

        var text = argument.Value switch
        {
            StringValueNode written => written.Value,
            IntValueNode number => number.Value,
            FloatValueNode number => number.Value,
            _ => "",
        };
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight))
        {
            return weight;
        }

        errors.Report($"{place} has the weight \"{text}\" in its @cost, which is not a number.", cost);
        return null;
    }

    private static ListSize? SizeOf(OutputField field, string place, SchemaErrors errors)
    {
        if (field.Directives.Find(directive => directive.Name.Value == ListSize.Name) is not { } directive)
        {
            return null;
        }

        var size = ListSize.Read(directive);
        foreach (var path in size.SlicingArguments)
        {
            if (!Leads(field, path))
            {
                errors.Report($"{place} has the slicing argument \"{string.Join('.', path)}\" in its @listSize, which it does not take.", directive);
            }
        }

        foreach (var name in size.SizedFields)
        {
            if (field.Type.NamedType is not ComplexType type || !type.Fields.TryGet(name, out var sized) || sized.Type.Nullable is not ListType)
            {
                errors.Report($"{place} has the sized field \"{name}\" in its @listSize, which is no list of {field.Type.NamedType}.", directive);
            }
        }

        if (size.SizedFields.Length == 0 && field.Type.Nullable is not ListType)
        {
            errors.Report($"{place} has a @listSize, but is no list and names no sized fields.", directive);
        }

        return size;
    }

    private static bool Leads(OutputField field, string[] path)
    {
        var members = field.Arguments;
        for (var depth = 0; depth < path.Length; depth++)
        {
            if (!members.TryGet(path[depth], out var member))
            {
                return false;
            }

            if (depth + 1 < path.Length)
            {
                if (member.Type.NamedType is not InputObjectType input)
                {
                    return false;
                }

                members = input.Fields;
            }
        }

        return true;
    }
}

/// <summary>What a field weighs once, and how long its list may be.</summary>
/// <param name="Weight">Its own weight, without arguments and selection.</param>
/// <param name="Size">Null where nothing is said.</param>
internal readonly record struct FieldWeight(double Weight, ListSize? Size);
