namespace Storefront.GraphQL.Types.Attributes;

/// <summary>
/// The method is a field of the subscription root (section 6.2.3). Its events come from the method named by <see cref="With"/>, from the topic of
/// <see cref="TopicAttribute"/>, or from the method itself where it returns an <see cref="IAsyncEnumerable{T}"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SubscribeAttribute : Attribute
{
    /// <summary>
    /// A method of the same class that opens the stream: it returns an <see cref="IAsyncEnumerable{T}"/> or a <c>ISourceStream&lt;T&gt;</c>, or a task of one.
    /// </summary>
    public string? With { get; set; }
}

/// <summary>The topic whose messages are the subscription's events (section 6.2.3.1).</summary>
/// <param name="name">The topic; <c>{argument}</c> stands for an argument's value. Null for the field's C# name.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class TopicAttribute(string? name = null) : Attribute
{
    /// <summary>The topic; null for the method's name.</summary>
    public string? Name { get; } = name;
}
