using System.Linq.Expressions;
using System.Reflection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types.Mutations;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Types.Inference;

/// <content>Payloads and their errors.</content>
internal sealed partial class SchemaInference
{
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
