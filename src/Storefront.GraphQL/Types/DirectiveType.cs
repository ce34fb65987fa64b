namespace Storefront.GraphQL.Types;

/// <summary>A directive's definition (section 3.13).</summary>
public sealed class DirectiveType(string name) : INamedMember
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <summary>The description in Markdown; null when there is none.</summary>
    public string? Description { get; set; }

    /// <summary>The arguments in order.</summary>
    public FieldCollection<InputValue> Arguments { get; } = [];

    /// <summary>The places where it may stand, by their names in the specification (<c>FIELD_DEFINITION</c>).</summary>
    public List<string> Locations { get; } = [];

    /// <summary>Whether it may stand more than once at a place.</summary>
    public bool IsRepeatable { get; set; }

    /// <summary>Whether the specification itself defines it.</summary>
    public bool IsSpecified { get; init; }

    /// <summary>Where it was defined; null when it was built from C#.</summary>
    public Language.SyntaxNode? SyntaxNode { get; set; }
}
