using System.Reflection;

namespace Storefront.Store.EventLog;

/// <summary>Names a type of event as it is stored. A name stays for ever; a changed shape gets the next version and an <see cref="IEventUpcaster"/>.</summary>
/// <param name="name">Such as <c>ticket.opened</c>.</param>
/// <param name="version">From 1.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventTypeAttribute(string name, int version = 1) : Attribute
{
    public string Name { get; } = name;

    public int Version { get; } = version;

    /// <summary>What a type of event is stored as.</summary>
    /// <exception cref="InvalidOperationException">It is not marked.</exception>
    public static EventTypeAttribute Of(Type type) =>
        type.GetCustomAttribute<EventTypeAttribute>() ?? throw new InvalidOperationException($"{type} has no [EventType].");
}
