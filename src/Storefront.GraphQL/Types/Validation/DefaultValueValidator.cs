using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types.Validation;

/// <summary>Default values must be values of their types (sections 3.6.1 and 3.10) and must not lead back to themselves.</summary>
internal sealed class DefaultValueValidator(SchemaErrors errors)
{
    private readonly HashSet<InputValue> done = [];
    private readonly List<(string Name, InputValue Field)> path = [];

    public void Validate(Schema schema)
    {
        foreach (var directive in schema.Directives)
        {
            Check($"@{directive.Name}", directive.Arguments);
        }

        foreach (var type in schema.Types.OfType<ComplexType>())
        {
            foreach (var field in type.Fields)
            {
                Check($"{type}.{field.Name}", field.Arguments);
            }
        }

        foreach (var type in schema.Types.OfType<InputObjectType>())
        {
            foreach (var field in type.Fields.Where(field => field.DefaultValue is not null))
            {
                Check($"{type}.{field.Name}", field);
            }

            Circles(type, new ObjectValueNode([]));
        }
    }

    private void Check(string parent, FieldCollection<InputValue> arguments)
    {
        foreach (var argument in arguments.Where(argument => argument.DefaultValue is not null))
        {
            Check($"{parent}({argument.Name}:)", argument);
        }
    }

    private void Check(string place, InputValue input)
    {
        foreach (var problem in Problems(input.DefaultValue!, input.Type))
        {
            errors.Report($"{place} has invalid default value: {problem}", input.DefaultValue, input.SyntaxNode);
        }
    }

    private static IEnumerable<string> Problems(ValueNode value, IType type) => (value, type) switch
    {
        (NullValueNode, NonNullType) => [$"Expected value of non-null type \"{type}\" not to be null."],
        (_, NonNullType nonNull) => Problems(value, nonNull.Nullable),
        (NullValueNode, _) => [],
        (ListValueNode list, ListType target) => list.Values.SelectMany(item => Problems(item, target.ElementType)),
        (_, ListType target) => Problems(value, target.ElementType),
        (ObjectValueNode fields, InputObjectType target) => Problems(fields, target),
        (_, InputObjectType) => [$"Expected value of type \"{type}\" to be an object, found: {ValuePrinter.Print(value)}."],
        (EnumValueNode name, EnumType target) when target.Values.Contains(name.Value) => [],
        (EnumValueNode, EnumType) => [$"Value \"{ValuePrinter.Print(value)}\" does not exist in \"{type}\" enum."],
        (_, EnumType) => [$"Enum \"{type}\" cannot represent non-enum value: {ValuePrinter.Print(value)}."],
        (_, ScalarType scalar) => scalar.TryParseLiteral(value, null, out _, out var error) ? [] : [error!],
        _ => [],
    };

    private static IEnumerable<string> Problems(ObjectValueNode value, InputObjectType type)
    {
        foreach (var field in type.Fields.Where(field => field.IsRequired && value.Fields.All(given => given.Name.Value != field.Name)))
        {
            yield return $"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {ValuePrinter.Print(value)}.";
        }

        foreach (var given in value.Fields)
        {
            if (!type.Fields.TryGet(given.Name.Value, out var field))
            {
                yield return $"Expected value of type \"{type}\" not to include unknown field \"{given.Name.Value}\", found: {ValuePrinter.Print(value)}.";
                continue;
            }

            foreach (var problem in Problems(given.Value, field.Type))
            {
                yield return problem;
            }
        }

        if (type.IsOneOf && value.Fields is not [{ Value: not NullValueNode }])
        {
            yield return $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.";
        }
    }

    // What a literal leaves out is filled in from defaults, which may leave out fields in turn.
    private void Circles(InputObjectType type, ValueNode value)
    {
        foreach (var item in (value as ListValueNode)?.Values ?? [])
        {
            Circles(type, item);
        }

        if (value is not ObjectValueNode literal)
        {
            return;
        }

        foreach (var field in type.Fields.Where(field => field.Type.NamedType is InputObjectType))
        {
            var next = (InputObjectType)field.Type.NamedType;
            var given = literal.Fields.FirstOrDefault(given => given.Name.Value == field.Name);
            if (given is not null)
            {
                Circles(next, given.Value);
            }
            else if (field.DefaultValue is not null)
            {
                CirclesOfDefault(type, field, next);
            }
        }
    }

    private void CirclesOfDefault(InputObjectType type, InputValue field, InputObjectType next)
    {
        var start = path.FindIndex(step => ReferenceEquals(step.Field, field));
        if (start >= 0)
        {
            var via = path[(start + 1)..].Select(step => step.Name).ToList();
            var suffix = via.Count > 0 ? $" via the default values of: {string.Join(", ", via)}" : string.Empty;
            errors.Report($"Invalid circular reference. The default value of Input Object field {type}.{field.Name} references itself{suffix}.", field.DefaultValue);
            return;
        }

        if (!done.Add(field))
        {
            return;
        }

        path.Add(($"{type}.{field.Name}", field));
        Circles(next, field.DefaultValue!);
        path.RemoveAt(path.Count - 1);
    }
}
