using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types;

/// <summary>An argument of a field or directive, or a field of an input object (sections 3.6.1 and 3.10).</summary>
public sealed class InputValue(string name, IType type) : INamedMember
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <summary>The input type.</summary>
    public IType Type { get; set; } = type;

    /// <summary>The description in Markdown; null when there is none.</summary>
    public string? Description { get; set; }

    /// <summary>Why it should no longer be used; null when it may be.</summary>
    public string? DeprecationReason { get; set; }

    /// <summary>The default as a constant; null when there is none (a default of null is a <see cref="NullValueNode"/>).</summary>
    public ValueNode? DefaultValue { get; set; }

    /// <summary>The directives applied, <c>@deprecated</c> excepted.</summary>
    public List<DirectiveNode> Directives { get; } = [];

    /// <summary>
    /// Turns the coerced value into what the C# parameter or property takes; null where it is that already.
    /// A coerced value is null, a leaf's runtime value, a <c>List&lt;object?&gt;</c> or, for an input object, a
    /// <c>Dictionary&lt;string, object?&gt;</c> in which a field that was not given is absent.
    /// </summary>
    public Func<object?, object?>? Converter { get; set; }

    /// <summary>Where it was defined; null when it was built from C#.</summary>
    public SyntaxNode? SyntaxNode { get; set; }

    /// <summary>Whether a value must be given: non-null without a default (section 5.4.2.1).</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Type}";
}
