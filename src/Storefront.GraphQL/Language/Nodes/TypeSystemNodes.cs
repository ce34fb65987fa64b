namespace Storefront.GraphQL.Language;

/// <summary>A definition or extension of a schema document (section 3).</summary>
public abstract class TypeSystemDefinitionNode(IReadOnlyList<DirectiveNode> directives, Location? location) : DefinitionNode(location)
{
    /// <summary>The directives applied.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>The definition or extension of a named type (section 3.4).</summary>
public abstract class TypeDefinitionNode(NameNode name, StringValueNode? description, IReadOnlyList<DirectiveNode> directives, Location? location)
    : TypeSystemDefinitionNode(directives, location)
{
    /// <summary>The type's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The description; null when there is none and on extensions.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>Whether this node extends a type rather than defining it.</summary>
    public abstract bool IsExtension { get; }
}

/// <summary>A schema definition (section 3.3) or extension (3.3.2).</summary>
public sealed class SchemaDefinitionNode(
    StringValueNode? description,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<OperationTypeDefinitionNode> operationTypes,
    bool isExtension = false,
    Location? location = null) : TypeSystemDefinitionNode(directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.SchemaExtension : SyntaxKind.SchemaDefinition;

    /// <summary>The description; null when there is none and on extensions.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The root types named.</summary>
    public IReadOnlyList<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;

    /// <summary>Whether this is <c>extend schema</c>.</summary>
    public bool IsExtension { get; } = isExtension;
}

/// <summary>A directive's definition (section 3.13).</summary>
public sealed class DirectiveDefinitionNode(
    NameNode name,
    StringValueNode? description,
    IReadOnlyList<InputValueDefinitionNode> arguments,
    bool isRepeatable,
    IReadOnlyList<NameNode> locations,
    Location? location = null) : DefinitionNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.DirectiveDefinition;

    /// <summary>The directive's name, without the at sign.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The description; null when there is none.</summary>
    public StringValueNode? Description { get; } = description;

    /// <summary>The arguments it takes.</summary>
    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; } = arguments;

    /// <summary>Whether it may stand more than once at a place.</summary>
    public bool IsRepeatable { get; } = isRepeatable;

    /// <summary>The places where it may stand, as named in section 3.13.</summary>
    public IReadOnlyList<NameNode> Locations { get; } = locations;
}

/// <summary>A scalar type's definition (section 3.5), or its extension.</summary>
public sealed class ScalarTypeDefinitionNode(
    NameNode name,
    StringValueNode? description,
    IReadOnlyList<DirectiveNode> directives,
    bool isExtension = false,
    Location? location = null) : TypeDefinitionNode(name, description, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.ScalarTypeExtension : SyntaxKind.ScalarTypeDefinition;

    /// <inheritdoc/>
    public override bool IsExtension { get; } = isExtension;
}

/// <summary>An object type's definition (section 3.6), or its extension.</summary>
public sealed class ObjectTypeDefinitionNode(
    NameNode name,
    StringValueNode? description,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<FieldDefinitionNode> fields,
    bool isExtension = false,
    Location? location = null) : TypeDefinitionNode(name, description, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.ObjectTypeExtension : SyntaxKind.ObjectTypeDefinition;

    /// <inheritdoc/>
    public override bool IsExtension { get; } = isExtension;

    /// <summary>The interfaces named.</summary>
    public IReadOnlyList<NamedTypeNode> Interfaces { get; } = interfaces;

    /// <summary>The fields defined.</summary>
    public IReadOnlyList<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary>An interface type's definition (section 3.7), or its extension.</summary>
public sealed class InterfaceTypeDefinitionNode(
    NameNode name,
    StringValueNode? description,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<FieldDefinitionNode> fields,
    bool isExtension = false,
    Location? location = null) : TypeDefinitionNode(name, description, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.InterfaceTypeExtension : SyntaxKind.InterfaceTypeDefinition;

    /// <inheritdoc/>
    public override bool IsExtension { get; } = isExtension;

    /// <summary>The interfaces named.</summary>
    public IReadOnlyList<NamedTypeNode> Interfaces { get; } = interfaces;

    /// <summary>The fields defined.</summary>
    public IReadOnlyList<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary>A union type's definition (section 3.8), or its extension.</summary>
public sealed class UnionTypeDefinitionNode(
    NameNode name,
    StringValueNode? description,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<NamedTypeNode> types,
    bool isExtension = false,
    Location? location = null) : TypeDefinitionNode(name, description, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.UnionTypeExtension : SyntaxKind.UnionTypeDefinition;

    /// <inheritdoc/>
    public override bool IsExtension { get; } = isExtension;

    /// <summary>The members named.</summary>
    public IReadOnlyList<NamedTypeNode> Types { get; } = types;
}

/// <summary>An enum type's definition (section 3.9), or its extension.</summary>
public sealed class EnumTypeDefinitionNode(
    NameNode name,
    StringValueNode? description,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<EnumValueDefinitionNode> values,
    bool isExtension = false,
    Location? location = null) : TypeDefinitionNode(name, description, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.EnumTypeExtension : SyntaxKind.EnumTypeDefinition;

    /// <inheritdoc/>
    public override bool IsExtension { get; } = isExtension;

    /// <summary>The values defined.</summary>
    public IReadOnlyList<EnumValueDefinitionNode> Values { get; } = values;
}

/// <summary>An input object type's definition (section 3.10), or its extension.</summary>
public sealed class InputObjectTypeDefinitionNode(
    NameNode name,
    StringValueNode? description,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<InputValueDefinitionNode> fields,
    bool isExtension = false,
    Location? location = null) : TypeDefinitionNode(name, description, directives, location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.InputObjectTypeExtension : SyntaxKind.InputObjectTypeDefinition;

    /// <inheritdoc/>
    public override bool IsExtension { get; } = isExtension;

    /// <summary>The fields defined.</summary>
    public IReadOnlyList<InputValueDefinitionNode> Fields { get; } = fields;
}
