using System.Linq.Expressions;
using System.Reflection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Mutations;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Types.Inference;

internal sealed partial class SchemaInference
{
    private InterfaceType? errorContract;

    private OutputField? CreateMutationField(FieldSource source, MemberInfo member)
    {
        var use = member.GetCustomAttribute<UseMutationConventionAttribute>();
        var conventions = configuration.MutationConventions;
        if (member is not MethodInfo method || conventions is null || use is { Disable: true } || (!conventions.ApplyToAllMutations && use is null))
        {
            return CreateField(source, member, null);
        }

        var name = Naming.FieldName(member);
        var pascal = Naming.PascalCase(name);
        var place = $"{source.Owner.Name}.{name}";
        var field = new OutputField(name, StringType.Instance);
        Describe(field, member, null);
        var inputName = use?.InputTypeName ?? conventions.InputTypeNamePattern.Replace("{MutationName}", pascal, StringComparison.Ordinal);
        var arguments = InputArguments(field, method, inputName, conventions.InputArgumentName, place);
        var call = Expression.Call(method.IsStatic ? null : Instance(source, member), method, arguments);
        var (value, adapter, declared) = Result(Awaited(ClrShape.Of(method)));
        declared.AddRange(new MemberInfo[] { method, method.DeclaringType! }.SelectMany(ErrorsOf));
        var errorTypes = declared.SelectMany(type => type.IsAbstract || type.IsInterface ? Implementations(type).Prepend(type) : [type]).Distinct().ToList();
        var payload = new ObjectType(use?.PayloadTypeName ?? conventions.PayloadTypeNamePattern.Replace("{MutationName}", pascal, StringComparison.Ordinal))
        {
            Description = $"What `{name}` gives back.",
        };
        types.Add(payload);
        AddPayloadFields(payload, value, use?.PayloadFieldName, place);
        if (errorTypes.Count > 0)
        {
            var errorName = use?.PayloadErrorTypeName ?? conventions.PayloadErrorTypeNamePattern.Replace("{MutationName}", pascal, StringComparison.Ordinal);
            AddErrors(payload, errorName, errorTypes, conventions.PayloadErrorsFieldName, name);
        }

        field.Type = new NonNullType(payload);
        var resolver = WithPayload(ResolverCompiler.Compile(call), adapter, new ErrorMap(errorTypes), payload.RuntimeType is not null, place);
        Resolve(field, Guard(resolver, member, source.Class), source, member, call);
        return field;
    }

    private static IEnumerable<Type> ErrorsOf(MemberInfo member) => member.GetCustomAttributes<ErrorGroupAttribute>()
        .SelectMany(group => group.GetType().GetCustomAttributes<ErrorAttribute>())
        .Concat(member.GetCustomAttributes<ErrorAttribute>())
        .Select(attribute => attribute.ErrorType);

    private List<Expression> InputArguments(OutputField field, MethodInfo method, string inputName, string argumentName, string place)
    {
        var own = method.GetParameters().Where(parameter => Injected(parameter) is null).ToList();
        if (own is [var only] && IsInputObject(only, inputName))
        {
            var (argument, convert) = CreateArgument(only, place);
            var input = new InputValue(argumentName, argument.Type)
            {
                Description = argument.Description ?? "What is asked for.",
                Converter = convert is null ? null : value => value is null ? null : convert(value),
            };
            field.Arguments.Add(input);
            return [.. method.GetParameters().Select(parameter => Injected(parameter)
                ?? Expression.Call(ResolverCompiler.Context, nameof(IResolverContext.ArgumentValue), [parameter.ParameterType], Expression.Constant(argumentName)))];
        }

        var type = new InputObjectType(inputName) { Description = $"What `{field.Name}` is given." };
        var expressions = method.GetParameters().Select(parameter => Injected(parameter) ?? InputField(type, parameter, argumentName)).ToList();
        if (type.Fields.Count > 0)
        {
            types.Add(type);
            field.Arguments.Add(new InputValue(argumentName, new NonNullType(type)) { Description = "What is asked for." });
        }

        return expressions;
    }

    private bool IsInputObject(ParameterInfo parameter, string inputName) =>
        !scalars.ContainsKey(parameter.ParameterType) && !parameter.ParameterType.IsEnum && !parameter.ParameterType.IsGenericType
        && ClrShape.ElementType(parameter.ParameterType) is null && !parameter.IsDefined(typeof(IDAttribute))
        && (parameter.Name == "input" || Naming.InputTypeName(parameter.ParameterType) == inputName);

    private MethodCallExpression InputField(InputObjectType type, ParameterInfo parameter, string argumentName)
    {
        var (field, convert) = CreateArgument(parameter, type.Name);
        type.Fields.Add(field);
        var isOptional = parameter.ParameterType.IsGenericType && parameter.ParameterType.GetGenericTypeDefinition() == typeof(Optional<>);
        return Expression.Call(
            typeof(ArgumentReader),
            isOptional ? nameof(ArgumentReader.OptionalField) : nameof(ArgumentReader.Field),
            isOptional ? parameter.ParameterType.GetGenericArguments() : [parameter.ParameterType],
            ResolverCompiler.Context,
            Expression.Constant(argumentName),
            Expression.Constant(field.Name),
            Expression.Constant(convert, typeof(Func<object, object?>)));
    }

    // The value inside a result type, and the errors that the type itself declares.
    private (ClrShape Value, IFieldResultAdapter? Adapter, List<Type> Errors) Result(ClrShape shape)
    {
        if (typeof(IFieldResult).IsAssignableFrom(shape.Type) && shape.Type.IsGenericType)
        {
            return (shape.Argument(0), null, [.. shape.Type.GetGenericArguments().Skip(1)]);
        }

        foreach (var adapter in configuration.ResultAdapters)
        {
            if (adapter.GetValueType(shape.Type) is { } value)
            {
                var index = shape.Type.IsGenericType ? Array.IndexOf(shape.Type.GetGenericArguments(), value) : -1;
                return (index >= 0 ? shape.Argument(index) : ClrShape.Of(value), adapter, []);
            }
        }

        return (shape, null, []);
    }
}
