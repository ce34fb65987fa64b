namespace Storefront.GraphQL.Types;

/// <summary>A type: a <see cref="NamedType"/>, or a list or non-null type around another (section 3.4).</summary>
public interface IType
{
    /// <summary>The named type at the core, without lists and non-nulls.</summary>
    NamedType NamedType { get; }

    /// <summary>Whether null is not among its values.</summary>
    bool IsNonNull { get; }

    /// <summary>The type without an outer non-null.</summary>
    IType Nullable { get; }
}

/// <summary>A list (section 3.11).</summary>
public sealed class ListType(IType elementType) : IType
{
    /// <summary>The type of the items.</summary>
    public IType ElementType { get; } = elementType;

    /// <inheritdoc/>
    public NamedType NamedType => ElementType.NamedType;

    /// <inheritdoc/>
    public bool IsNonNull => false;

    /// <inheritdoc/>
    public IType Nullable => this;

    /// <inheritdoc/>
    public override string ToString() => $"[{ElementType}]";
}

/// <summary>A type without null (section 3.12).</summary>
public sealed class NonNullType : IType
{
    /// <summary>Excludes null from a type.</summary>
    /// <exception cref="ArgumentException">The type is non-null already.</exception>
    public NonNullType(IType nullable)
    {
        if (nullable.IsNonNull)
        {
            throw new ArgumentException("A non-null type cannot wrap another.", nameof(nullable));
        }

        Nullable = nullable;
    }

    /// <inheritdoc/>
    public IType Nullable { get; }

    /// <inheritdoc/>
    public NamedType NamedType => Nullable.NamedType;

    /// <inheritdoc/>
    public bool IsNonNull => true;

    /// <inheritdoc/>
    public override string ToString() => $"{Nullable}!";
}
