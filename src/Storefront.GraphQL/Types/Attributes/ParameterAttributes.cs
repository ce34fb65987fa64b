namespace Storefront.GraphQL.Types.Attributes;

/// <summary>The parameter is the object whose field is resolved (section 6.4.2).</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute;

/// <summary>The parameter is a service. Types that are registered as services need no mark.</summary>
/// <param name="key">The key of a keyed service; null for one without.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute(string? key = null) : Attribute
{
    /// <summary>The key of a keyed service; null for one without.</summary>
    public string? Key { get; } = key;
}

/// <summary>The parameter is an entry of the request's context data.</summary>
/// <param name="key">The entry's key; null for the parameter's name.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class GlobalStateAttribute(string? key = null) : Attribute
{
    /// <summary>The entry's key; null for the parameter's name.</summary>
    public string? Key { get; } = key;
}

/// <summary>The parameter is the event of the subscription's source stream (section 6.2.3.2).</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventMessageAttribute : Attribute;
