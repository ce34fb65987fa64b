using System.Diagnostics.CodeAnalysis;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Types;

/// <summary>An enum type (section 3.9).</summary>
public sealed class EnumType(string name) : NamedType(name)
{
    private Dictionary<object, EnumValue>? byRuntimeValue;

    /// <inheritdoc/>
    public override TypeKind Kind => TypeKind.Enum;

    /// <summary>The values in order.</summary>
    public FieldCollection<EnumValue> Values { get; } = [];

    /// <summary>Finds the value that a resolver's answer stands for.</summary>
    public bool TryGetByRuntimeValue(object runtimeValue, [NotNullWhen(true)] out EnumValue? value)
    {
        byRuntimeValue ??= Values.DistinctBy(candidate => candidate.RuntimeValue).ToDictionary(candidate => candidate.RuntimeValue);
        return byRuntimeValue.TryGetValue(runtimeValue, out value);
    }
}

/// <summary>A value of an enum type (section 3.9).</summary>
public sealed class EnumValue(string name, object runtimeValue) : INamedMember
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <summary>What resolvers give and take for it: a C# enum's value, or the name itself.</summary>
    public object RuntimeValue { get; } = runtimeValue;

    /// <summary>The description in Markdown; null when there is none.</summary>
    public string? Description { get; set; }

    /// <summary>Why it should no longer be used; null when it may be.</summary>
    public string? DeprecationReason { get; set; }

    /// <summary>The directives applied, <c>@deprecated</c> excepted.</summary>
    public List<DirectiveNode> Directives { get; } = [];

    /// <summary>Where it was defined; null when it was built from C#.</summary>
    public SyntaxNode? SyntaxNode { get; set; }
}
