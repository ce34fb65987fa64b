using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution.Coercion;

/// <summary>Finds the type that a type reference names (section 2.11).</summary>
internal static class TypeReference
{
    /// <exception cref="KeyNotFoundException">The schema has no type of that name; validation has excluded it for executable documents.</exception>
    public static IType Resolve(Schema schema, TypeNode node) => node switch
    {
        NamedTypeNode named => schema.TryGetType(named.Name.Value, out var type)
            ? type
            : throw new KeyNotFoundException($"There is no type {named.Name.Value}."),
        ListTypeNode list => new ListType(Resolve(schema, list.Type)),
        NonNullTypeNode nonNull => new NonNullType(Resolve(schema, nonNull.Type)),
        _ => throw new InvalidOperationException($"{node.Kind} is not a type reference."),
    };
}
