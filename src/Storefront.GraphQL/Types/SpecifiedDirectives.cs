using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Types;

/// <summary>The directives that the specification defines (section 3.13).</summary>
public static class SpecifiedDirectives
{
    /// <summary>The reason that <c>@deprecated</c> states where none is given.</summary>
    public const string DefaultDeprecationReason = "No longer supported";

    /// <summary><c>@include</c> (section 3.13.2).</summary>
    public static DirectiveType Include { get; } = Create(
        "include",
        "Directs the executor to include this field or fragment only when the `if` argument is true.",
        ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"],
        new InputValue("if", new NonNullType(BooleanType.Instance)) { Description = "Included when true." });

    /// <summary><c>@skip</c> (section 3.13.1).</summary>
    public static DirectiveType Skip { get; } = Create(
        "skip",
        "Directs the executor to skip this field or fragment when the `if` argument is true.",
        ["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"],
        new InputValue("if", new NonNullType(BooleanType.Instance)) { Description = "Skipped when true." });

    /// <summary><c>@deprecated</c> (section 3.13.3).</summary>
    public static DirectiveType Deprecated { get; } = Create(
        "deprecated",
        "Marks an element of a GraphQL schema as no longer supported.",
        ["FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE"],
        new InputValue("reason", new NonNullType(StringType.Instance))
        {
            Description = "Explains why this element was deprecated, usually also including a suggestion for how to access supported similar data. Formatted using the Markdown syntax, as specified by [CommonMark](https://commonmark.org/).",
            DefaultValue = new StringValueNode(DefaultDeprecationReason),
        });

    /// <summary><c>@specifiedBy</c> (section 3.13.4).</summary>
    public static DirectiveType SpecifiedBy { get; } = Create(
        "specifiedBy",
        "Exposes a URL that specifies the behavior of this scalar.",
        ["SCALAR"],
        new InputValue("url", new NonNullType(StringType.Instance)) { Description = "The URL that specifies the behavior of this scalar." });

    /// <summary><c>@oneOf</c> (section 3.13.5).</summary>
    public static DirectiveType OneOf { get; } = Create(
        "oneOf",
        "Indicates exactly one field must be supplied and this field must not be `null`.",
        ["INPUT_OBJECT"]);

    /// <summary>All five.</summary>
    public static IReadOnlyList<DirectiveType> All { get; } = [Include, Skip, Deprecated, SpecifiedBy, OneOf];

    private static DirectiveType Create(string name, string description, string[] locations, params InputValue[] arguments)
    {
        var directive = new DirectiveType(name) { Description = description, IsSpecified = true };
        directive.Locations.AddRange(locations);
        foreach (var argument in arguments)
        {
            directive.Arguments.Add(argument);
        }

        return directive;
    }
}
