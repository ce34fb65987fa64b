using System.Linq.Expressions;
using System.Reflection;
using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.DataLoaders;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Pagination;

namespace Storefront.GraphQL.Types.Inference;

internal sealed partial class SchemaInference
{
    private static readonly Dictionary<Type, string> ContextProperties = new()
    {
        [typeof(CancellationToken)] = nameof(IResolverContext.RequestAborted),
        [typeof(ClaimsPrincipal)] = nameof(IResolverContext.User),
        [typeof(IServiceProvider)] = nameof(IResolverContext.Services),
        [typeof(Schema)] = nameof(IResolverContext.Schema),
        [typeof(ObjectType)] = nameof(IResolverContext.ObjectType),
        [typeof(OutputField)] = nameof(IResolverContext.Field),
        [typeof(ResponsePath)] = nameof(IResolverContext.Path),
    };

    /// <summary>What a resolver's parameter is given; an argument is added to the field.</summary>
    private Expression Parameter(OutputField field, ParameterInfo parameter, string place) =>
        Injected(parameter) ?? Argument(field, parameter, place);

    private MethodCallExpression Argument(OutputField field, ParameterInfo parameter, string place)
    {
        var (argument, convert) = CreateArgument(parameter, place);
        argument.Converter = convert is null ? null : value => value is null ? null : convert(value);
        if (!field.Arguments.Contains(argument.Name))
        {
            field.Arguments.Add(argument);
        }

        var name = Expression.Constant(argument.Name);
        var type = parameter.ParameterType;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>)
            ? Expression.Call(typeof(ArgumentReader), nameof(ArgumentReader.Optional), type.GetGenericArguments(), ResolverCompiler.Context, name)
            : Expression.Call(ResolverCompiler.Context, nameof(IResolverContext.ArgumentValue), [type], name);
    }

    private (InputValue Value, Func<object, object?>? Convert) CreateArgument(ParameterInfo parameter, string place)
    {
        var name = Naming.ArgumentName(parameter);
        var (argument, convert) = CreateInputValue(
            name,
            ClrShape.Of(parameter),
            [parameter],
            $"{place}({name}:)",
            parameter.HasDefaultValue ? new ConstantDefault(DefaultOf(parameter)) : null);
        argument.Description = parameter.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description ?? XmlDocumentation.Parameter(parameter);
        return (argument, convert);
    }

    // A nullable enum's default is given as its number.
    private static object? DefaultOf(ParameterInfo parameter) =>
        parameter.DefaultValue is { } value && Nullable.GetUnderlyingType(parameter.ParameterType) is { IsEnum: true } type && value is not Enum
            ? Enum.ToObject(type, value)
            : parameter.DefaultValue;

    /// <summary>What a parameter that is no argument is given; null for an argument.</summary>
    private Expression? Injected(ParameterInfo parameter)
    {
        var context = ResolverCompiler.Context;
        var type = parameter.ParameterType;
        if (ContextProperties.TryGetValue(type, out var property))
        {
            return Expression.Property(context, property);
        }

        if (type == typeof(IResolverContext))
        {
            return context;
        }

        if (type == typeof(PagingArguments))
        {
            return Expression.Call(typeof(PagingFeature), nameof(PagingFeature.ReadArguments), null, context);
        }

        if (parameter.IsDefined(typeof(ParentAttribute)))
        {
            return Parent(type);
        }

        if (parameter.IsDefined(typeof(EventMessageAttribute)))
        {
            return Expression.Convert(Expression.Property(context, nameof(IResolverContext.EventMessage)), type);
        }

        if (parameter.GetCustomAttribute<GlobalStateAttribute>() is { } state)
        {
            return Expression.Call(typeof(ServiceReader), nameof(ServiceReader.State), [type], context, Expression.Constant(state.Key ?? parameter.Name!));
        }

        if (typeof(IDataLoader).IsAssignableFrom(type))
        {
            return Expression.Call(context, nameof(IResolverContext.DataLoader), [type]);
        }

        var service = parameter.GetCustomAttribute<ServiceAttribute>();
        var key = service?.Key ?? parameter.GetCustomAttribute<FromKeyedServicesAttribute>()?.Key;
        var isOptional = ClrShape.Of(parameter).IsNullable;
        return key is not null
            ? Expression.Call(typeof(ServiceReader), nameof(ServiceReader.Keyed), [type], context, Expression.Constant(key, typeof(object)))
            : service is not null || (!scalars.ContainsKey(type) && !type.IsEnum && isService(type) && !IsSequenceOfValues(type))
                ? Expression.Call(typeof(ServiceReader), isOptional ? nameof(ServiceReader.Optional) : nameof(ServiceReader.Required), [type], context)
                : null;
    }

    // A container gives a sequence of services for any item type, so a list of values is told from services by its items.
    private bool IsSequenceOfValues(Type type) =>
        ClrShape.ElementType(type) is { } element && (scalars.ContainsKey(Nullable.GetUnderlyingType(element) ?? element) || element.IsEnum || !isService(element));
}
