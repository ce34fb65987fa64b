using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types;

/// <summary>The kinds of type that introspection tells apart (section 4.2.2).</summary>
public enum TypeKind
{
    /// <summary>A leaf with a value of its own.</summary>
    Scalar,

    /// <summary>Fields with values.</summary>
    Object,

    /// <summary>Fields that object types share.</summary>
    Interface,

    /// <summary>One of several object types.</summary>
    Union,

    /// <summary>One of several names.</summary>
    Enum,

    /// <summary>Fields given by a client.</summary>
    InputObject,

    /// <summary>A list of another type.</summary>
    List,

    /// <summary>Another type without null.</summary>
    NonNull,
}

/// <summary>
/// A type with a name (section 3.4). It can be changed while a schema is put together and is sealed by <see cref="Schema"/>.
/// </summary>
public abstract class NamedType(string name) : IType
{
    /// <summary>The name, unique in its schema.</summary>
    public string Name { get; } = name;

    /// <summary>The description in Markdown; null when there is none.</summary>
    public string? Description { get; set; }

    /// <summary>Which kind of type this is.</summary>
    public abstract TypeKind Kind { get; }

    /// <summary>The directives applied to the type, in order.</summary>
    public List<DirectiveNode> Directives { get; } = [];

    /// <summary>The C# type that stands for it; null where the schema was written as a document.</summary>
    public Type? RuntimeType { get; set; }

    /// <summary>Where it was defined; null when it was built from C#.</summary>
    public SyntaxNode? SyntaxNode { get; set; }

    /// <summary>Where documents extend it, in order.</summary>
    internal List<SyntaxNode> ExtensionNodes { get; } = [];

    /// <summary>Whether the specification itself defines it: the five scalars and what begins with two underscores.</summary>
    public bool IsSpecified { get; init; }

    NamedType IType.NamedType => this;

    bool IType.IsNonNull => false;

    IType IType.Nullable => this;

    /// <summary>Whether it can be the type of an argument, variable or input field (section 3.4.2).</summary>
    public bool IsInputType => Kind is TypeKind.Scalar or TypeKind.Enum or TypeKind.InputObject;

    /// <summary>Whether it can be the type of a field.</summary>
    public bool IsOutputType => Kind is not TypeKind.InputObject;

    /// <summary>Whether it has no fields: a scalar or an enum.</summary>
    public bool IsLeaf => Kind is TypeKind.Scalar or TypeKind.Enum;

    /// <summary>Whether it has selectable fields or members: an object, interface or union.</summary>
    public bool IsComposite => Kind is TypeKind.Object or TypeKind.Interface or TypeKind.Union;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
