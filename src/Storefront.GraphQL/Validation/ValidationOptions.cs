namespace Storefront.GraphQL.Validation;

/// <summary>How documents are validated (chapter 5).</summary>
public sealed record ValidationOptions
{
    /// <summary>100 errors at most, introspection allowed, no suggestions.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>How many errors are listed before validation stops with one more that says so; at least 1.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be selected; <c>__typename</c> always may.</summary>
    public bool AllowIntrospection { get; init; } = true;

    /// <summary>
    /// Whether messages suggest names that resemble an unknown one. They disclose the schema, so they suit development only.
    /// </summary>
    public bool Suggestions { get; init; }

    /// <summary>
    /// How many steps the rules may spend on what grows faster than the document: fragments seen from many places, fields compared
    /// with each other. An honest document needs some thousands.
    /// </summary>
    public int MaxWork { get; init; } = 250_000;
}
