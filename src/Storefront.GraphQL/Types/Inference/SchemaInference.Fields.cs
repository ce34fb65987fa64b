using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Descriptors;
using Storefront.GraphQL.Types.Relay;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Types.Inference;

internal sealed partial class SchemaInference
{
    private readonly Dictionary<Type, Expression> instances = [];

    private OutputField? CreateField(FieldSource source, MemberInfo member, FieldDescription? told)
    {
        var name = told?.FieldName ?? Naming.FieldName(member);
        var place = $"{source.Owner.Name}.{name}";
        var shape = Awaited(ClrShape.Of(member));
        if (shape.Type == typeof(void) || shape.Type == typeof(Task) || shape.Type == typeof(ValueTask))
        {
            errors.Report($"{place} ({member.DeclaringType}.{member.Name}) gives no value.");
            return null;
        }

        var field = new OutputField(name, StringType.Instance);
        Describe(field, member, told);
        var call = Call(field, source, member, place);
        var lists = ListFeatures.Of(member, shape, Element(shape));
        if (lists is not null)
        {
            field.Type = lists.Paging is null ? Output(shape, place) : ConnectionType(lists, place);
            AddListArguments(field, lists, place);
        }
        else
        {
            field.Type = OutputType(source, member, shape, told, place);
        }

        if (source.Owner is ObjectType || member.DeclaringType is { IsInterface: false })
        {
            var resolver = lists is null ? CompileValue(source, member, shape, field.Type, call, place) : CompileList(call, shape, lists, place);
            Resolve(field, Guard(resolver, member, source.Class), source, member, call);
        }

        return field;
    }

    private static ClrShape Awaited(ClrShape shape) => shape.Unwrap(typeof(Task<>), typeof(ValueTask<>)) ?? shape;

    private static ClrShape Element(ClrShape shape) =>
        shape.Unwrap(typeof(Pagination.Connection<>)) ?? shape.Element ?? shape;

    private void Describe(OutputField field, MemberInfo member, FieldDescription? told)
    {
        field.Description = told?.FieldText ?? DescriptionOf(member);
        field.DeprecationReason = told?.DeprecationReason ?? DeprecationOf(member);
        if ((told?.FieldCost ?? member.GetCustomAttribute<CostAttribute>()) is { } cost)
        {
            AddCost(field.Directives, cost);
        }

        if ((told?.Size ?? member.GetCustomAttribute<ListSizeAttribute>()) is { } size)
        {
            AddListSize(field.Directives, size);
        }
    }

    private IType OutputType(FieldSource? source, MemberInfo member, ClrShape shape, FieldDescription? told, string place)
    {
        var type = (told?.FieldType ?? member.GetCustomAttribute<GraphQLTypeAttribute>()?.Type) is { } written ? Written(written, place)
            : IsNodeId(source, member) || member.IsDefined(typeof(IDAttribute)) ? WithCore(shape, IdType.Instance)
            : Output(shape, place);
        return member.IsDefined(typeof(GraphQLNonNullTypeAttribute)) && !type.IsNonNull ? new NonNullType(type) : type;
    }

    private CompiledResolver CompileValue(FieldSource source, MemberInfo member, ClrShape shape, IType type, Expression call, string place)
    {
        if (IsNodeId(source, member) || member.GetCustomAttribute<IDAttribute>() is not null)
        {
            return CompileId(source, member, shape, call, place);
        }

        if (shape.Element is not null)
        {
            var resolver = Materialized(ResolverCompiler.Compile(call), shape);
            return ElementConversion(shape, type.NamedType, place) is { } convert
                ? resolver.Then((_, list) => ListItems.Convert(list, convert))
                : resolver;
        }

        var conversion = LeafConversion(shape.Type, type.NamedType, place);
        return ResolverCompiler.Compile(call, conversion) with { Leaf = LeafCompiler.Compile(call, conversion, type) };
    }

    private CompiledResolver CompileId(FieldSource source, MemberInfo member, ClrShape shape, Expression call, string place)
    {
        var id = member.GetCustomAttribute<IDAttribute>();
        var typeName = id is null ? null : NodeTypeName(id);
        if (typeName is null && source.Parent is not null && nodes.TryGetValue(source.Parent, out var node))
        {
            typeName = source.Owner.Name;
            if (IsNodeId(source, member) && node.KeyType != shape.Type)
            {
                errors.Report($"{place} gives a {shape.Type}, but the node resolver of {typeName} takes a {node.KeyType}.");
            }
        }

        var codec = KeyCodec.For(shape.Core);
        if (codec is null)
        {
            errors.Report($"{place} is of the C# type {shape.Core}, which an ID cannot hold.");
            return ResolverCompiler.Compile(call);
        }

        var owner = source.Owner.Name;
        Func<object, object?> plain = shape.Core == typeof(string) || shape.Core == typeof(Guid) || shape.Core.IsPrimitive
            ? key => key
            : key => codec.Format(key);

        // Where ids of this type are taken as node ids, they are given as such, although nothing resolves them.
        Func<object, object?> convert = typeName is not null ? key => NodeIdSerializer.Format(typeName, key)
            : Naming.FieldName(member) == "id" ? key => namedIds.Contains(owner) ? NodeIdSerializer.Format(owner, key) : plain(key)
            : plain;
        var resolver = Materialized(ResolverCompiler.Compile(call), shape);
        return resolver.Then((_, value) => shape.Element is null ? convert(value) : ListItems.Convert(value, convert));
    }

    private static CompiledResolver Materialized(CompiledResolver resolver, ClrShape shape) =>
        shape.Element is not null && ListItems.Materializer(shape.Type, ClrShape.ElementType(shape.Type)!) is { } materialize
            ? resolver.ThenAsync(materialize)
            : resolver;

    /// <summary>The conversion from what a resolver gives to what a scalar writes; null where it writes it as it is.</summary>
    private Func<Expression, Expression>? LeafConversion(Type type, NamedType named, string place)
    {
        if (named is not ScalarType { RuntimeType: { } target } || target == type || !scalars.ContainsKey(type) || WritesAsItIs(type))
        {
            return null;
        }

        if (configuration.Converters.Convert(Expression.Parameter(type), target) is null)
        {
            errors.Report($"{place} is of the C# type {type}, which cannot be converted to the {target.Name} of the scalar {named.Name}; add a type converter.");
            return null;
        }

        return value => configuration.Converters.Convert(value, target)!;
    }

    private Func<object, object?>? ElementConversion(ClrShape shape, NamedType named, string place)
    {
        if (shape.Element is { } element)
        {
            var inner = ElementConversion(element, named, place);
            return element.Element is null || inner is null ? inner : list => ListItems.Convert(list, inner);
        }

        return LeafConversion(shape.Type, named, place) is null ? null : configuration.Converters.Find(shape.Type, ((ScalarType)named).RuntimeType!);
    }

    private static bool WritesAsItIs(Type type) =>
        type.IsPrimitive || type == typeof(decimal) || type == typeof(string) || type == typeof(DateTime);

    private Expression Call(OutputField field, FieldSource source, MemberInfo member, string place)
    {
        if (member is PropertyInfo property)
        {
            return Expression.Property(property.GetMethod!.IsStatic ? null : Instance(source, member), property);
        }

        var method = (MethodInfo)member;
        var arguments = method.GetParameters().Select(parameter => Parameter(field, parameter, place)).ToList();
        return Expression.Call(method.IsStatic ? null : Instance(source, member), method, arguments);
    }

    private Expression Instance(FieldSource source, MemberInfo member) =>
        source.Parent is not null && source.Class.IsAssignableFrom(source.Parent)
            ? Parent(member.DeclaringType!)
            : Holder(source.Class);

    private static MethodCallExpression Parent(Type type) => typeof(Exception).IsAssignableFrom(type)
        ? Expression.Call(typeof(ServiceReader), nameof(ServiceReader.Exception), [type], ResolverCompiler.Context)
        : Expression.Call(ResolverCompiler.Context, nameof(IResolverContext.Parent), [type]);

    // A class that holds resolvers: a service where it is registered, else one instance for ever, else made when it is needed.
    private Expression Holder(Type type)
    {
        if (!instances.TryGetValue(type, out var instance))
        {
            var services = Expression.Property(ResolverCompiler.Context, nameof(IResolverContext.Services));
            instance = !isService(type) && type.GetConstructor(Type.EmptyTypes) is not null
                ? Expression.Constant(Activator.CreateInstance(type))
                : Expression.Call(typeof(ActivatorUtilities), nameof(ActivatorUtilities.GetServiceOrCreateInstance), [type], services);
            instances.Add(type, instance);
        }

        return instance;
    }
}
