using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Types.Introspection;

/// <summary>The meta fields (section 4.1), which no type lists and every selection set may have: the first two on the query root alone.</summary>
public static class IntrospectionFields
{
    /// <summary><c>__schema: __Schema!</c></summary>
    public static OutputField Schema { get; } = new("__schema", new NonNullType(IntrospectionTypes.Schema))
    {
        Description = "Access the current type schema of this server.",
        Resolver = new PureResolver(context => context.Schema),
    };

    /// <summary><c>__type(name: String!): __Type</c></summary>
    public static OutputField Type { get; } = CreateType();

    /// <summary><c>__typename: String!</c></summary>
    public static OutputField TypeName { get; } = new("__typename", new NonNullType(StringType.Instance))
    {
        Description = "The name of the current Object type at runtime.",
        Resolver = new PureResolver(context => context.ObjectType.Name),
    };

    /// <summary>Finds a meta field that may be selected on a type; null when there is none of this name.</summary>
    public static OutputField? Find(Schema schema, NamedType type, string name)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return name switch
        {
            "__typename" => TypeName,
            "__schema" when ReferenceEquals(type, schema.QueryType) => Schema,
            "__type" when ReferenceEquals(type, schema.QueryType) => Type,
            _ => null,
        };
    }

    private static OutputField CreateType()
    {
        var field = new OutputField("__type", IntrospectionTypes.Type)
        {
            Description = "Request the type information of a single type.",
            Resolver = new PureResolver(context =>
                context.Schema.TryGetType(context.ArgumentValue<string>("name"), out var type) ? type : null),
        };
        field.Arguments.Add(new InputValue("name", new NonNullType(StringType.Instance)));
        return field;
    }
}
