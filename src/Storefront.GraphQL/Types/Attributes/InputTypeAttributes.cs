namespace Storefront.GraphQL.Types.Attributes;

/// <summary>Names the input object type of a class or record (section 3.10); without it the name ends in <c>Input</c>.</summary>
/// <param name="name">The type's name; null for the usual one.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class InputObjectTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The type's name; null for the usual one.</summary>
    public string? Name { get; } = name;
}

/// <summary>Exactly one field of the input object must be given (section 3.10.1). Its properties are nullable.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OneOfAttribute : Attribute;

/// <summary>The default of an argument or input field, as a C# constant (sections 3.6.1 and 3.10). C#'s own default of a parameter says the same.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class DefaultValueAttribute(object? value) : Attribute
{
    /// <summary>A constant: null, a bool, number, string, enum value or array of them.</summary>
    public object? Value { get; } = value;
}

/// <summary>The default of an argument or input field, as a literal such as <c>{ status: [OPEN] }</c> (sections 3.6.1 and 3.10).</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class DefaultValueSyntaxAttribute(string syntax) : Attribute
{
    /// <summary>The literal.</summary>
    public string Syntax { get; } = syntax;
}
