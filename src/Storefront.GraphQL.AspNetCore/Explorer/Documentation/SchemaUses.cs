using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.AspNetCore.Explorer.Documentation;

/// <summary>Where each type of a schema is used.</summary>
internal sealed class SchemaUses
{
    private readonly ILookup<NamedType, SchemaUse> uses;

    public SchemaUses(Schema schema) => uses = schema.Types.SelectMany(Find).ToLookup(found => found.Type, found => found.Use);

    public IEnumerable<SchemaUse> Of(NamedType type) => uses[type];

    private static IEnumerable<(NamedType Type, SchemaUse Use)> Find(NamedType owner) => owner switch
    {
        _ when owner.IsSpecified => [],
        ComplexType complex => complex.Fields.SelectMany(field =>
            field.Arguments.Select(argument => (argument.Type.NamedType, new SchemaUse(owner, field.Name, argument.Name)))
                .Prepend((field.Type.NamedType, new SchemaUse(owner, field.Name, null)))),
        InputObjectType input => input.Fields.Select(field => (field.Type.NamedType, new SchemaUse(owner, field.Name, null))),
        UnionType union => union.Types.Select(member => ((NamedType)member, new SchemaUse(owner, null, null))),
        _ => [],
    };
}
