namespace Storefront.Store.EventLog;

/// <summary>Names a type of event as it is stored. A name stays for ever; a changed shape gets the next version and an <see cref="IEventUpcaster"/>.</summary>
/// <param name="name">Such as <c>ticket.opened</c>.</param>
/// <param name="version">From 1.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventTypeAttribute(string name, int version = 1) : Attribute
{
    public string Name { get; } = name;

    public int Version { get; } = version;
}
