namespace Storefront.GraphQL.Types.Attributes;

/// <summary>
/// The class's methods and properties are more fields of a type, given by name or by C# type (section 3.6.3). Of a base class or interface they are added to every
/// object type that derives from it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class ExtendObjectTypeAttribute : Attribute
{
    /// <summary>Extends the type of this GraphQL name.</summary>
    public ExtendObjectTypeAttribute(string name) => Name = name;

    /// <summary>Extends the type, or all that derive from the type.</summary>
    public ExtendObjectTypeAttribute(Type extendsType) => ExtendsType = extendsType;

    /// <summary>The extended type's name; null where it is given as a C# type.</summary>
    public string? Name { get; }

    /// <summary>The extended C# type; null where it is given by name.</summary>
    public Type? ExtendsType { get; }

    /// <summary>Members of the extended C# type that are no fields.</summary>
    public string[] IgnoreProperties { get; set; } = [];
}

/// <summary>The class's methods and properties are more fields of the type of <typeparamref name="T"/>, or of all that derive from it (section 3.6.3).</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ExtendObjectTypeAttribute<T>() : ExtendObjectTypeAttribute(typeof(T));
