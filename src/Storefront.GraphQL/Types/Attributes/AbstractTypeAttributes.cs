namespace Storefront.GraphQL.Types.Attributes;

/// <summary>The C# interface or abstract class is an interface type, implemented by every object type that derives from it (section 3.7).</summary>
/// <param name="name">The type's name; null for the C# name, without its leading I where it is an interface.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public class InterfaceTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The type's name; null for the C# name.</summary>
    public string? Name { get; } = name;
}

/// <summary>The static class describes the interface type of <typeparamref name="T"/> (section 3.7); its methods are fields of the interface and of all that implement it.</summary>
/// <param name="name">The type's name; null for that of <typeparamref name="T"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InterfaceTypeAttribute<T>(string? name = null) : InterfaceTypeAttribute(name);

/// <summary>The C# interface or abstract class is a union of the object types that derive from it (section 3.8).</summary>
/// <param name="name">The type's name; null for the C# name, without its leading I where it is an interface.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class)]
public sealed class UnionTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The type's name; null for the C# name.</summary>
    public string? Name { get; } = name;
}
