using Storefront.GraphQL.Types;
using Storefront.GraphQL.Types.Introspection;

namespace Storefront.GraphQL.Validation;

/// <summary>Finds fields by name, the implicit ones of introspection (section 4.1) among them.</summary>
internal static class FieldLookup
{
    /// <summary>The field; null when the type has none of this name or is itself unknown.</summary>
    public static OutputField? Find(Schema? schema, NamedType? parent, string name)
    {
        if (parent is ComplexType complex && complex.Fields.TryGet(name, out var field))
        {
            return field;
        }

        return schema is null || parent is null ? null : IntrospectionFields.Find(schema, parent, name);
    }
}
