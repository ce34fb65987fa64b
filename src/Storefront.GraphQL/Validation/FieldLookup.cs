using System.Runtime.CompilerServices;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Validation;

/// <summary>Finds fields by name, the implicit ones of introspection (section 4) among them.</summary>
internal static class FieldLookup
{
    private static readonly ConditionalWeakTable<Schema, MetaFields> MetaFieldsOfSchemas = [];

    /// <summary>The field; null when the type has none of this name or is itself unknown.</summary>
    public static OutputField? Find(Schema? schema, NamedType? parent, string name)
    {
        if (parent is ComplexType complex && complex.Fields.TryGet(name, out var field))
        {
            return field;
        }

        if (schema is null || parent is null || !name.StartsWith("__", StringComparison.Ordinal))
        {
            return null;
        }

        var meta = MetaFieldsOfSchemas.GetValue(schema, MetaFields.Of);
        return name switch
        {
            "__typename" => meta.TypeName,
            "__schema" when parent == schema.QueryType => meta.Schema,
            "__type" when parent == schema.QueryType => meta.Type,
            _ => null,
        };
    }

    /// <summary>The implicit fields; one that a schema without introspection types lacks is null.</summary>
    private sealed record MetaFields(OutputField TypeName, OutputField? Schema, OutputField? Type)
    {
        public static MetaFields Of(Schema schema)
        {
            var text = new NonNullType(schema.TryGetType("String", out var known) ? known : new ScalarType("String"));
            var ofSchema = schema.TryGetType("__Schema", out var schemaType) ? new OutputField("__schema", new NonNullType(schemaType)) : null;
            var ofType = schema.TryGetType("__Type", out var typeType) ? new OutputField("__type", typeType) : null;
            ofType?.Arguments.Add(new InputValue("name", text));
            return new MetaFields(new OutputField("__typename", text), ofSchema, ofType);
        }
    }
}
