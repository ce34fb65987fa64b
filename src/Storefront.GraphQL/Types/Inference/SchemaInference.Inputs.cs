using System.Linq.Expressions;
using System.Reflection;
using Storefront.GraphQL.Types.Attributes;
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
}
