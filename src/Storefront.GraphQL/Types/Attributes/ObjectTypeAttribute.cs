namespace Storefront.GraphQL.Types.Attributes;

/// <summary>The class is an object type, found when its assembly's types are added (section 3.6).</summary>
/// <param name="name">The type's name; null for the class's.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public class ObjectTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The type's name; null for the class's.</summary>
    public string? Name { get; } = name;
}

/// <summary>
/// The static class describes the object type of <typeparamref name="T"/> (section 3.6): its methods are more fields, which take the object as a parameter
/// marked <see cref="ParentAttribute"/> and replace a property of the same field name. A static method
/// <c>Configure(IObjectTypeDescriptor&lt;T&gt;)</c> may rename and leave out members.
/// </summary>
/// <param name="name">The type's name; null for that of <typeparamref name="T"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ObjectTypeAttribute<T>(string? name = null) : ObjectTypeAttribute(name);
