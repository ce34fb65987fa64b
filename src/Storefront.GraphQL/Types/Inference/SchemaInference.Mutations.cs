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
        declared.AddRange(method.GetCustomAttributes<ErrorAttribute>().Concat(method.DeclaringType!.GetCustomAttributes<ErrorAttribute>()).Select(attribute => attribute.ErrorType));
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
        field.Resolver = Guard(WithPayload(ResolverCompiler.Compile(call), adapter, new ErrorMap(errorTypes), place), member, source.Class).ToResolver();
        AddDefaultCost(field);
        return field;
    }

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

    private void AddPayloadFields(ObjectType payload, ClrShape value, string? fieldName, string place)
    {
        if (value.Type == typeof(Task) || value.Type == typeof(ValueTask) || value.Type == typeof(void))
        {
            payload.Fields.Add(new OutputField(fieldName ?? "success", BooleanType.Instance)
            {
                Description = "Whether it was done; null where there are errors.",
                Resolver = new PureResolver(context => context.Parent<MutationPayload>().Errors is null ? Boxes.True : null),
            });
            return;
        }

        if (value.Element is null && !scalars.ContainsKey(value.Type) && Naming.TypeName(value.Type) == payload.Name)
        {
            payload.Description = DescriptionOf(value.Type) ?? payload.Description;
            foreach (var property in value.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => IsField(property)))
            {
                AddPayloadField(payload, property, ClrShape.Of(property), place);
            }

            return;
        }

        var type = Output(value, place).Nullable;
        var name = fieldName ?? Naming.CamelCase(type.NamedType.Name) + (value.Element is null ? string.Empty : "s");
        var convert = ElementConversion(value, type.NamedType, place);
        payload.Fields.Add(new OutputField(name, type)
        {
            Description = "What came of it; null where there are errors.",
            Resolver = new PureResolver(context => context.Parent<MutationPayload>().Value is { } given
                ? convert is null ? given : value.Element is null ? convert(given) : ListItems.Convert(given, convert)
                : null),
        });
    }

    private void AddPayloadField(ObjectType payload, PropertyInfo property, ClrShape shape, string place)
    {
        var type = OutputType(null, property, shape, null, place).Nullable;
        var field = new OutputField(Naming.FieldName(property), type);
        Describe(field, property, null);
        var owner = Expression.Parameter(typeof(object));
        var read = Expression.Lambda<Func<object, object?>>(
            Expression.Convert(Expression.Property(Expression.Convert(owner, property.DeclaringType!), property), typeof(object)), owner).Compile();
        var convert = ElementConversion(shape, type.NamedType, place);
        field.Resolver = new PureResolver(context => context.Parent<MutationPayload>().Value is { } given && read(given) is { } value
            ? convert is null ? value : shape.Element is null ? convert(value) : ListItems.Convert(value, convert)
            : null);
        payload.Fields.Add(field);
    }

    private void AddErrors(ObjectType payload, string unionName, List<Type> errorTypes, string fieldName, string mutation)
    {
        var union = new UnionType(unionName) { Description = $"Why `{mutation}` may refuse." };
        types.Add(union);
        union.Types.AddRange(errorTypes.Where(type => !type.IsAbstract && !type.IsInterface).Select(ErrorType));
        payload.Fields.Add(new OutputField(fieldName, new ListType(new NonNullType(union)))
        {
            Description = "Why it was refused; null where it was done.",
            Resolver = new PureResolver(context => context.Parent<MutationPayload>().Errors),
        });
    }

    private ObjectType ErrorType(Type type)
    {
        if (outputs.TryGetValue(type, out var known))
        {
            return (ObjectType)known;
        }

        errorContract ??= CreateErrorContract();
        var target = CreateObject(type, Naming.ErrorTypeName(type));
        target.Interfaces.Add(errorContract);
        if (typeof(Exception).IsAssignableFrom(type))
        {
            target.IsTypeOf = value => value is ExceptionValue thrown && type.IsInstanceOfType(thrown.Exception);
        }

        unfinished.Enqueue(() => CompleteError(target, type));
        return target;
    }

    private static void CompleteError(ObjectType target, Type type)
    {
        if (!target.Fields.Contains("message") && typeof(Exception).IsAssignableFrom(type))
        {
            target.Fields.Add(new OutputField("message", new NonNullType(StringType.Instance))
            {
                Description = "What went wrong, for people.",
                Resolver = new PureResolver(context => ServiceReader.Exception<Exception>(context).Message),
            });
        }

        if (!target.Fields.Contains("code"))
        {
            var name = target.Name.EndsWith("Error", StringComparison.Ordinal) ? target.Name[..^"Error".Length] : target.Name;
            var code = Naming.UpperSnakeCase(name);
            target.Fields.Add(new OutputField("code", new NonNullType(StringType.Instance))
            {
                Description = "What went wrong, for programs; it never changes.",
                Resolver = new PureResolver(_ => code),
            });
        }
    }

    private InterfaceType CreateErrorContract()
    {
        var contract = new InterfaceType("Error") { Description = "Why a mutation refused." };
        contract.Fields.Add(new OutputField("message", new NonNullType(StringType.Instance)) { Description = "What went wrong, for people." });
        contract.Fields.Add(new OutputField("code", new NonNullType(StringType.Instance)) { Description = "What went wrong, for programs; it never changes." });
        types.Add(contract);
        return contract;
    }

    private static CompiledResolver WithPayload(CompiledResolver resolver, IFieldResultAdapter? adapter, ErrorMap errors, string place)
    {
        var inner = resolver.AsAsync;
        return new(null, async context =>
        {
            object? result;
            object? thrown = null;
            try
            {
                result = await inner(context).ConfigureAwait(false);
            }
            catch (Exception exception) when (errors.TryMap(exception, out thrown))
            {
                return new MutationPayload(null, [thrown]);
            }

            var given = adapter is not null && result is not null ? adapter.Adapt(result) : result as IFieldResult;
            return given switch
            {
                null => new MutationPayload(result, null),
                { Errors: { Count: > 0 } refused } => new MutationPayload(null, [.. refused.Select(Map)]),
                _ => new MutationPayload(given.Value, null),
            };
        });

        object Map(object refused) => errors.TryMap(refused, out var mapped)
            ? mapped
            : throw new InvalidOperationException($"{place} refused with {refused.GetType()}, which it does not declare with [Error<T>].", refused as Exception);
    }
}
