namespace Storefront.GraphQL.Types.Attributes;

/// <summary>
/// The type is <c>ID</c> (section 3.5.5). With a type name the value is an opaque node id of that type, encoded in results and decoded and checked in
/// arguments. Without one it is a node id on the fields of types that have a <see cref="NodeResolverAttribute"/>, and plain text elsewhere.
/// </summary>
/// <param name="typeName">The type that the id names; null for none.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public class IDAttribute(string? typeName = null) : Attribute
{
    /// <summary>The type that the id names; null where it is not said.</summary>
    public string? TypeName { get; } = typeName;

    /// <summary>The C# type whose GraphQL type the id names; null where it is not said.</summary>
    public virtual Type? NodeType => null;
}

/// <summary>The type is <c>ID</c> and the value an opaque node id of the type of <typeparamref name="T"/> (section 3.5.5).</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class IDAttribute<T>() : IDAttribute
{
    /// <inheritdoc/>
    public override Type NodeType => typeof(T);
}

/// <summary>
/// The method finds an object by the key that its node id holds (Relay): its type implements <c>Node</c>, its <c>id</c> is opaque, and <c>node</c> and
/// <c>nodes</c> find it. The first argument is the key.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeResolverAttribute : Attribute;

/// <summary>Says for readers that a type is a node (Relay); what makes it one is its <see cref="NodeResolverAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class NodeAttribute : Attribute;
