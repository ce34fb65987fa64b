namespace Storefront.GraphQL.Types;

/// <summary>An object or interface type: what both have (sections 3.6 and 3.7).</summary>
public abstract class ComplexType(string name) : NamedType(name)
{
    /// <summary>The fields in the order in which they were defined.</summary>
    public FieldCollection<OutputField> Fields { get; } = [];

    /// <summary>The interfaces it implements.</summary>
    public List<InterfaceType> Interfaces { get; } = [];
}

/// <summary>An object type (section 3.6).</summary>
public sealed class ObjectType(string name) : ComplexType(name)
{
    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Object;

    /// <summary>
    /// Whether a resolver's value is of this type, asked where the static type is an interface or union.
    /// Null falls back to <see cref="NamedType.RuntimeType"/>.
    /// </summary>
    public Func<object, bool>? IsTypeOf { get; set; }
}

/// <summary>An interface type (section 3.7).</summary>
public sealed class InterfaceType(string name) : ComplexType(name)
{
    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Interface;

    /// <summary>Names the object type of a value; null falls back to <see cref="ObjectType.IsTypeOf"/> of the possible types.</summary>
    public Func<object, string?>? ResolveType { get; set; }
}

/// <summary>A union type (section 3.8).</summary>
public sealed class UnionType(string name) : NamedType(name)
{
    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Union;

    /// <summary>The members in order.</summary>
    public List<ObjectType> Types { get; } = [];

    /// <summary>Names the object type of a value; null falls back to <see cref="ObjectType.IsTypeOf"/> of the members.</summary>
    public Func<object, string?>? ResolveType { get; set; }
}
