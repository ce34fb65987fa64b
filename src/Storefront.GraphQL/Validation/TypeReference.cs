using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation;

/// <summary>Finds the types that documents refer to (section 2.11).</summary>
internal static class TypeReference
{
    /// <summary>The type; null when its name is unknown.</summary>
    public static IType? Resolve(Schema? schema, TypeNode node) => node switch
    {
        NamedTypeNode named => schema is not null && schema.TryGetType(named.Name.Value, out var type) ? type : null,
        ListTypeNode list => Resolve(schema, list.Type) is { } element ? new ListType(element) : null,
        NonNullTypeNode nonNull => Resolve(schema, nonNull.Type) is { } nullable ? new NonNullType(nullable) : null,
        _ => null,
    };
}
