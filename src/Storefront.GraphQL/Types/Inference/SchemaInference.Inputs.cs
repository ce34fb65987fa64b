using System.Linq.Expressions;
using System.Reflection;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Relay;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Types.Inference;

internal sealed partial class SchemaInference
{
    private readonly Dictionary<Type, InputObjectType> inputs = [];
    private readonly Dictionary<Type, Func<object, object?>> inputFactories = [];

    private IType Input(ClrShape shape, string place)
    {
        IType type = shape.Element is null ? Input(shape.Type, place) : new ListType(Input(shape.Element, place));
        return shape.IsNullable ? type : new NonNullType(type);
    }

    private NamedType Input(Type type, string place)
    {
        if (scalars.TryGetValue(type, out var scalar))
        {
            return scalar;
        }

        if (type.IsEnum)
        {
            return Enumeration(type);
        }

        if (inputs.TryGetValue(type, out var known))
        {
            return known;
        }

        if (type.IsInterface || type.IsAbstract || type.IsPrimitive || type == typeof(object) || type.Namespace is "System" || typeof(Delegate).IsAssignableFrom(type))
        {
            errors.Report($"{place} is of the C# type {type}, which is neither an input type nor a registered service.");
            return StringType.Instance;
        }

        var input = new InputObjectType(Naming.InputTypeName(type))
        {
            RuntimeType = type,
            Description = DescriptionOf(type),
            IsOneOf = type.IsDefined(typeof(OneOfAttribute), false),
        };
        inputs.Add(type, input);
        types.Add(input);
        FillInput(input, type);
        return input;
    }

    private void FillInput(InputObjectType input, Type type)
    {
        var constructor = type.GetConstructors()
            .OrderByDescending(candidate => candidate.GetParameters().Length == 0)
            .ThenByDescending(candidate => candidate.GetParameters().Length)
            .FirstOrDefault(candidate => candidate.GetParameters().All(parameter => PropertyOf(type, parameter) is not null));
        if (constructor is null && !type.IsValueType)
        {
            errors.Report($"The input type {input.Name} ({type}) needs a constructor whose parameters are its properties.");
            return;
        }

        var fields = Expression.Parameter(typeof(object));
        var dictionary = Expression.Convert(fields, typeof(Dictionary<string, object?>));
        var arguments = new List<Expression>();
        var assignments = new List<(PropertyInfo Property, string Name, Expression Value)>();
        var parameters = constructor?.GetParameters().ToDictionary(parameter => PropertyOf(type, parameter)!) ?? [];
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && !property.IsDefined(typeof(GraphQLIgnoreAttribute))
                && (property.SetMethod is { IsPublic: true } || parameters.ContainsKey(property)))
            .ToList();
        foreach (var property in properties)
        {
            var parameter = parameters.GetValueOrDefault(property);
            var name = Naming.FieldName(property);
            var (field, convert) = CreateInputValue(
                name,
                ClrShape.Of(property),
                [property, .. parameter is null ? Array.Empty<ICustomAttributeProvider>() : [parameter]],
                $"{input.Name}.{name}",
                parameter is { HasDefaultValue: true } ? new ConstantDefault(parameter.DefaultValue) : null,
                input.IsOneOf);
            field.Description = DescriptionOf(property);
            input.Fields.Add(field);
            var value = ReadProperty(property.PropertyType, dictionary, name, convert, parameter);
            if (parameter is null)
            {
                assignments.Add((property, name, value));
            }
            else
            {
                arguments.Add(value);
            }
        }

        var ordered = constructor?.GetParameters().Select(parameter =>
            properties.Contains(PropertyOf(type, parameter)!)
                ? arguments[properties.Where(parameters.ContainsKey).ToList().IndexOf(PropertyOf(type, parameter)!)]
                : Expression.Default(parameter.ParameterType)) ?? [];
        inputFactories.Add(type, CompileFactory(type, constructor, ordered, assignments, fields, dictionary));
    }

    private static Func<object, object?> CompileFactory(
        Type type,
        ConstructorInfo? constructor,
        IEnumerable<Expression> arguments,
        List<(PropertyInfo Property, string Name, Expression Value)> assignments,
        ParameterExpression fields,
        Expression dictionary)
    {
        var instance = Expression.Variable(type);
        var steps = new List<Expression>
        {
            Expression.Assign(instance, constructor is null ? Expression.New(type) : Expression.New(constructor, arguments)),
        };
        foreach (var (property, name, value) in assignments)
        {
            steps.Add(Expression.IfThen(
                Expression.Call(dictionary, nameof(Dictionary<string, object?>.ContainsKey), null, Expression.Constant(name)),
                Expression.Assign(Expression.Property(instance, property), value)));
        }

        steps.Add(Expression.Convert(instance, typeof(object)));
        return Expression.Lambda<Func<object, object?>>(Expression.Block([instance], steps), fields).Compile();
    }

    private static MethodCallExpression ReadProperty(Type type, Expression dictionary, string name, Func<object, object?>? convert, ParameterInfo? parameter)
    {
        var converter = Expression.Constant(convert, typeof(Func<object, object?>));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>))
        {
            return Expression.Call(typeof(ArgumentReader), nameof(ArgumentReader.ReadOptional), type.GetGenericArguments(), dictionary, Expression.Constant(name), converter);
        }

        Expression fallback = parameter is { HasDefaultValue: true, DefaultValue: { } value }
            ? Expression.Constant(Nullable.GetUnderlyingType(type) is { IsEnum: true } enumeration ? Enum.ToObject(enumeration, value) : value, type)
            : Expression.Default(type);
        return Expression.Call(typeof(ArgumentReader), nameof(ArgumentReader.Read), [type], dictionary, Expression.Constant(name), converter, fallback);
    }

    private static PropertyInfo? PropertyOf(Type type, ParameterInfo parameter) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).FirstOrDefault(property =>
            property.PropertyType == parameter.ParameterType && property.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>An argument or input field, and the conversion of its coerced value that is not null; null where it is right as it is.</summary>
    private (InputValue Value, Func<object, object?>? Convert) CreateInputValue(
        string name,
        ClrShape shape,
        IReadOnlyList<ICustomAttributeProvider> attributes,
        string place,
        ConstantDefault? constant,
        bool isNullable = false)
    {
        var optional = shape.Unwrap(typeof(Optional<>));
        shape = optional is null ? shape : optional with { IsNullable = true };
        var statesDefault = Attribute<DefaultValueAttribute>(attributes) is not null || Attribute<DefaultValueSyntaxAttribute>(attributes) is not null;
        if (isNullable || (constant is { Value: null } && !statesDefault))
        {
            shape = shape with { IsNullable = true };
        }

        var id = Attribute<IDAttribute>(attributes);
        var type = Attribute<GraphQLTypeAttribute>(attributes) is { } written ? Written(written.Type, place)
            : id is not null ? WithCore(shape, IdType.Instance)
            : Input(shape, place);
        if (Attribute<GraphQLNonNullTypeAttribute>(attributes) is not null && !type.IsNonNull)
        {
            type = new NonNullType(type);
        }

        var value = new InputValue(name, type)
        {
            DeprecationReason = attributes.Select(DeprecationOf).FirstOrDefault(reason => reason is not null),
            DefaultValue = DefaultOf(attributes, constant, place),
        };
        if (Attribute<CostAttribute>(attributes) is { } cost)
        {
            AddCost(value.Directives, cost);
        }

        return (value, Conversion(shape, type.NamedType, id, place));
    }

    private ValueNode? DefaultOf(IReadOnlyList<ICustomAttributeProvider> attributes, ConstantDefault? constant, string place)
    {
        if (Attribute<DefaultValueSyntaxAttribute>(attributes) is { } syntax)
        {
            return Utf8GraphQLParser.ParseValue(syntax.Syntax, isConstant: true);
        }

        var stated = Attribute<DefaultValueAttribute>(attributes);
        var value = stated is null ? constant?.Value : stated.Value;
        if (stated is null && (value is null || value is DBNull))
        {
            return null;
        }

        try
        {
            return ConstantValues.ToNode(value);
        }
        catch (ArgumentException exception)
        {
            errors.Report($"{place} has no usable default value: {exception.Message}");
            return null;
        }
    }

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

    private string? NodeTypeName(IDAttribute id) =>
        id.TypeName ?? (id.NodeType is { } type ? Output(type, $"The node type {type.Name}").Name : null);

    private static IType WithCore(ClrShape shape, NamedType core)
    {
        IType type = shape.Element is null ? core : new ListType(WithCore(shape.Element, core));
        return shape.IsNullable ? type : new NonNullType(type);
    }

    private static GraphQLException BadInput(string message) => new(new GraphQLError { Message = message, Code = "BAD_USER_INPUT" });

    private static T? Attribute<T>(IReadOnlyList<ICustomAttributeProvider> providers)
        where T : Attribute =>
        providers.SelectMany(provider => provider.GetCustomAttributes(typeof(T), false)).OfType<T>().FirstOrDefault();

    private sealed record ConstantDefault(object? Value);
}
