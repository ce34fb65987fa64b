using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Relay;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Types.Inference;

/// <content>From coerced values to the types that parameters and properties have.</content>
internal sealed partial class SchemaInference
{
    private Func<object, object?>? Conversion(ClrShape shape, NamedType type, IDAttribute? id, string place)
    {
        if (shape.Element is { } element)
        {
            return ListConversion.Create(shape.Type, Conversion(element, type, id, place)) is { } convert
                ? convert
                : Refuse($"{place} is of the C# type {shape.Type}, which no list can be made of.");
        }

        if (id is not null)
        {
            return IdConversion(shape.Type, id, place);
        }

        if (type is InputObjectType)
        {
            return value => inputFactories[shape.Type](value);
        }

        if (type is not ScalarType scalar || shape.Type == typeof(object))
        {
            return null;
        }

        var from = scalar is IdType ? typeof(string) : scalar.RuntimeType ?? typeof(object);
        // What was refused above stands in as a String.
        if (from == shape.Type || (scalar is StringType && !scalars.ContainsKey(shape.Type)))
        {
            return null;
        }

        return configuration.Converters.Find(from, shape.Type) is { } found
            ? value => Converted(found, value)
            : Refuse($"{place} is of the C# type {shape.Type}, to which a {from.Name} of the scalar {scalar.Name} cannot be converted; add a type converter.");

        Func<object, object?>? Refuse(string problem)
        {
            errors.Report(problem);
            return null;
        }
    }

    private static object Converted(Func<object, object> convert, object value)
    {
        try
        {
            return convert(value);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            throw BadInput($"The value {ValuePrinter.Inspect(value)} is not valid: {exception.Message}");
        }
    }

    private Func<object, object?>? IdConversion(Type target, IDAttribute id, string place)
    {
        var codec = KeyCodec.For(target);
        if (codec is null)
        {
            errors.Report($"{place} is of the C# type {target}, which an ID cannot hold.");
            return null;
        }

        if (NodeTypeName(id) is { } typeName)
        {
            return value => NodeIdSerializer.TryParse((string)value, typeName, target, out var key)
                ? key
                : throw BadInput($"The id \"{value}\" is not the id of a {typeName}.");
        }

        if (target == typeof(string))
        {
            return null;
        }

        return value => (target == typeof(Guid) && Guid.TryParse((string)value, out var guid)) ? guid
            : codec.TryParse((string)value, out var key) ? key
            : NodeIdSerializer.TryParseTypeName((string)value, out var name) && NodeIdSerializer.TryParse((string)value, name, target, out key) ? key
            : throw BadInput($"The id \"{value}\" is not valid.");
    }

    private string? NodeTypeName(IDAttribute id)
    {
        var name = id.TypeName ?? (id.NodeType is { } type ? Output(type, $"The node type {type.Name}").Name : null);
        if (name is not null)
        {
            namedIds.Add(name);
        }

        return name;
    }

    private static IType WithCore(ClrShape shape, NamedType core)
    {
        IType type = shape.Element is null ? core : new ListType(WithCore(shape.Element, core));
        return shape.IsNullable ? type : new NonNullType(type);
    }

    private static GraphQLException BadInput(string message) => new(new GraphQLError { Message = message, Code = "BAD_USER_INPUT" });
}
