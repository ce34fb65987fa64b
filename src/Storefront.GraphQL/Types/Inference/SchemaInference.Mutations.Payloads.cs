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
            ExtendByName(payload);
            return;
        }

        if (value.Element is null && !scalars.ContainsKey(value.Type) && Naming.TypeName(value.Type) == payload.Name)
        {
            payload.Description = DescriptionOf(value.Type) ?? payload.Description;
            payload.RuntimeType = value.Type;
            FillComplex(payload, value.Type);
            foreach (var field in payload.Fields.ToList())
            {
                WhereDone(field);
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
        ExtendByName(payload);
    }

    /// <summary>Makes a field of a payload class null where the mutation was refused: there is no payload then to ask.</summary>
    private static void WhereDone(OutputField field)
    {
        field.Type = field.Type.Nullable;
        field.Resolver = field.Resolver switch
        {
            PureResolver pure => new PureResolver(context => context.Parent<object>() is MutationPayload ? null : pure.Resolve(context)),
            AsyncResolver async => new AsyncResolver(context => context.Parent<object>() is MutationPayload ? default : async.Resolve(context)) { IsScoped = async.IsScoped },
            var other => other,
        };
    }

    /// <summary>Adds what extends a type that no class stands for: a payload of one value, a connection, an edge.</summary>
    private void ExtendByName(ObjectType type)
    {
        foreach (var extension in extensions.Where(extension => extension.TargetName == type.Name))
        {
            extension.IsUsed = true;
            AddMembers(type, extension.Class, type.RuntimeType ?? typeof(MutationPayload), extension);
        }
    }

    private void AddErrors(ObjectType payload, string unionName, List<Type> errorTypes, string fieldName, string mutation)
    {
        var union = new UnionType(unionName) { Description = $"Why `{mutation}` may refuse." };
        types.Add(union);
        union.Types.AddRange(errorTypes.Where(type => !type.IsAbstract && !type.IsInterface).Select(ErrorType));
        payload.Fields.Add(new OutputField(fieldName, new ListType(new NonNullType(union)))
        {
            Description = "Why it was refused; null where it was done.",
            Resolver = new PureResolver(context => (context.Parent<object>() as MutationPayload)?.Errors),
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

    private static CompiledResolver WithPayload(CompiledResolver resolver, IFieldResultAdapter? adapter, ErrorMap errors, bool isClass, string place)
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
                null => Done(result),
                { Errors: { Count: > 0 } refused } => new MutationPayload(null, [.. refused.Select(Map)]),
                _ => Done(given.Value),
            };
        });

        // What is of a payload class is the parent of its own fields.
        object Done(object? value) => isClass && value is not null ? value : new MutationPayload(value, null);

        object Map(object refused) => errors.TryMap(refused, out var mapped)
            ? mapped
            : throw new InvalidOperationException($"{place} refused with {refused.GetType()}, which it does not declare with [Error<T>].", refused as Exception);
    }
}
