using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.AspNetCore.Explorer.Documentation;

/// <summary>A place in the schema where a type is used.</summary>
/// <param name="Owner">The type that has the place.</param>
/// <param name="Member">The field there; null when the owner itself uses the type, as a union does.</param>
/// <param name="Argument">The argument of the field; null when it is the field's own type.</param>
internal sealed record SchemaUse(NamedType Owner, string? Member, string? Argument)
{
    /// <summary>The place's schema coordinate: <c>Account.tickets(where:)</c>.</summary>
    public string Coordinate => Argument is not null ? $"{Owner.Name}.{Member}({Argument}:)" : Member is not null ? $"{Owner.Name}.{Member}" : Owner.Name;
}
