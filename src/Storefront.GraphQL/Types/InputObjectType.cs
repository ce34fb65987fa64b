namespace Storefront.GraphQL.Types;

/// <summary>An input object type (section 3.10).</summary>
public sealed class InputObjectType(string name) : NamedType(name)
{
    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.InputObject;

    /// <summary>The fields in order.</summary>
    public FieldCollection<InputValue> Fields { get; } = [];

    /// <summary>Whether exactly one field must be given (section 3.10.1, <c>@oneOf</c>).</summary>
    public bool IsOneOf { get; set; }
}
