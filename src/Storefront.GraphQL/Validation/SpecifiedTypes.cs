using System.Collections.Frozen;

namespace Storefront.GraphQL.Validation;

/// <summary>The types that every schema has: the scalars of section 3.5 and those of introspection (section 4.2).</summary>
internal static class SpecifiedTypes
{
    /// <summary>Their names.</summary>
    public static FrozenSet<string> Names { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "String", "Int", "Float", "Boolean", "ID",
        "__Schema", "__Directive", "__DirectiveLocation", "__Type", "__Field", "__InputValue", "__EnumValue", "__TypeKind");
}
