using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types;

/// <summary>What has a name in a type (sections 3.6 to 3.10): a field, an argument, an input field, an enum value.</summary>
public interface INamedMember
{
    /// <summary>The name, unique among its siblings.</summary>
    string Name { get; }
}

/// <summary>A field of an object or interface type (section 3.6).</summary>
public sealed class OutputField(string name, IType type) : INamedMember
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <summary>The field's type.</summary>
    public IType Type { get; set; } = type;

    /// <summary>The description in Markdown; null when there is none.</summary>
    public string? Description { get; set; }

    /// <summary>Why it should no longer be used; null when it may be.</summary>
    public string? DeprecationReason { get; set; }

    /// <summary>The arguments in order.</summary>
    public FieldCollection<InputValue> Arguments { get; } = [];

    /// <summary>The directives applied, <c>@deprecated</c> excepted.</summary>
    public List<DirectiveNode> Directives { get; } = [];

    /// <summary>
    /// Gives the field's value. Null on interface fields and where a value is read from the parent by name.
    /// </summary>
    public FieldResolver? Resolver { get; set; }

    /// <summary>On fields of the subscription root: opens the source stream (section 6.2.3.1).</summary>
    public SubscribeResolver? Subscribe { get; set; }

    /// <summary>Where it was defined; null when it was built from C#.</summary>
    public SyntaxNode? SyntaxNode { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Type}";
}
