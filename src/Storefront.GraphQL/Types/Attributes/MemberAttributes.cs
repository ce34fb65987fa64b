namespace Storefront.GraphQL.Types.Attributes;

/// <summary>Names a type, field, argument, input field or enum value (section 2.1.9).</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}

/// <summary>Describes a type, field, argument, input field or enum value in Markdown (section 3.2); it wins over the documentation comment.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLDescriptionAttribute(string description) : Attribute
{
    /// <summary>The description.</summary>
    public string Description { get; } = description;
}

/// <summary>Deprecates a field, argument, input field or enum value (section 3.13.3); <see cref="ObsoleteAttribute"/> does too.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Field)]
public sealed class GraphQLDeprecatedAttribute(string reason = SpecifiedDirectives.DefaultDeprecationReason) : Attribute
{
    /// <summary>What to use instead.</summary>
    public string Reason { get; } = reason;
}

/// <summary>Leaves a member, or a class found in an assembly, out of the schema.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class GraphQLIgnoreAttribute : Attribute;

/// <summary>The type is non-null, whatever C# says (section 3.12).</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class GraphQLNonNullTypeAttribute : Attribute;

/// <summary>The type of a field, argument or input field as written in a document, such as <c>[EmailAddress!]!</c> (section 2.11).</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class GraphQLTypeAttribute(string type) : Attribute
{
    /// <summary>The type reference.</summary>
    public string Type { get; } = type;
}

/// <summary>The field stands in for a member of the object, which is then no field of its own.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class BindMemberAttribute(string name) : Attribute
{
    /// <summary>The member's C# name.</summary>
    public string Name { get; } = name;
}
