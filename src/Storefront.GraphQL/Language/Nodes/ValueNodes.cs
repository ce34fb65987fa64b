namespace Storefront.GraphQL.Language;

/// <summary>An input value as written in a document (section 2.9).</summary>
public abstract class ValueNode(Location? location) : SyntaxNode(location);

/// <summary>A variable (section 2.10).</summary>
public sealed class VariableNode(NameNode name, Location? location = null) : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Variable;

    /// <summary>The variable's name, without the dollar sign.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>An integer literal of any length (section 2.9.1).</summary>
public sealed class IntValueNode(string value, Location? location = null) : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.IntValue;

    /// <summary>The literal as written.</summary>
    public string Value { get; } = value;
}

/// <summary>A float literal (section 2.9.2).</summary>
public sealed class FloatValueNode(string value, Location? location = null) : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FloatValue;

    /// <summary>The literal as written.</summary>
    public string Value { get; } = value;
}

/// <summary>A string (section 2.9.4).</summary>
public sealed class StringValueNode(string value, bool block = false, Location? location = null) : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.StringValue;

    /// <summary>The value, escapes resolved and, in a block string, common indentation removed.</summary>
    public string Value { get; } = value;

    /// <summary>Whether it was written as a block string.</summary>
    public bool Block { get; } = block;
}

/// <summary>true or false (section 2.9.3).</summary>
public sealed class BooleanValueNode(bool value, Location? location = null) : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.BooleanValue;

    /// <summary>The value.</summary>
    public bool Value { get; } = value;
}

/// <summary>The literal null (section 2.9.5).</summary>
public sealed class NullValueNode(Location? location = null) : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.NullValue;
}

/// <summary>An enum value (section 2.9.6).</summary>
public sealed class EnumValueNode(string value, Location? location = null) : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.EnumValue;

    /// <summary>The value's name.</summary>
    public string Value { get; } = value;
}

/// <summary>A list (section 2.9.7).</summary>
public sealed class ListValueNode(IReadOnlyList<ValueNode> values, Location? location = null) : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ListValue;

    /// <summary>The items in order.</summary>
    public IReadOnlyList<ValueNode> Values { get; } = values;
}

/// <summary>An input object (section 2.9.8).</summary>
public sealed class ObjectValueNode(IReadOnlyList<ObjectFieldNode> fields, Location? location = null) : ValueNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ObjectValue;

    /// <summary>The fields as written; a name may stand twice until validation has refused it.</summary>
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;
}

/// <summary>A field of an input object (section 2.9.8).</summary>
public sealed class ObjectFieldNode(NameNode name, ValueNode value, Location? location = null) : SyntaxNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ObjectField;

    /// <summary>The field's name.</summary>
    public NameNode Name { get; } = name;

    /// <summary>The value given.</summary>
    public ValueNode Value { get; } = value;
}

/// <summary>A reference to a type (section 2.11).</summary>
public abstract class TypeNode(Location? location) : SyntaxNode(location);

/// <summary>A type by its name (section 2.11).</summary>
public sealed class NamedTypeNode(NameNode name, Location? location = null) : TypeNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.NamedType;

    /// <summary>The name.</summary>
    public NameNode Name { get; } = name;
}

/// <summary>A list of a type (section 2.11).</summary>
public sealed class ListTypeNode(TypeNode type, Location? location = null) : TypeNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.ListType;

    /// <summary>The items' type.</summary>
    public TypeNode Type { get; } = type;
}

/// <summary>A type without null (section 2.11).</summary>
public sealed class NonNullTypeNode(TypeNode type, Location? location = null) : TypeNode(location)
{
    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.NonNullType;

    /// <summary>The nullable type: a name or a list.</summary>
    public TypeNode Type { get; } = type;
}
